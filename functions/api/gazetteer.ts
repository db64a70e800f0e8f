import { type Gazetteer, gazetteerOf } from '../../shared/domain/gazetteer.ts'
import { officialLocalities } from './official-localities.ts'

/** Loaded by the first search: 37,600 names. */
export const readGazetteer = (): Gazetteer => gazetteerOf(officialLocalities())
