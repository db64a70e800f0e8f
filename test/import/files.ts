import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'restante-import-'))
let written = 0

// Several test files of one worker write here.
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

/** A file of its own for each call; its name says nothing of what it holds. */
export const file = (content: string | Buffer): string => {
  const path = join(folder, `${++written}.file`)
  writeFileSync(path, content)
  return path
}

export const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

export const SITES_HEADER =
  '#Identifiant_du_site;Libellé_du_site;Caractéristique_du_site;Site_Acores_de_rattachement;Adresse;Complément_d_adresse;Lieu_dit;Code_postal;Localité;Code_INSEE;Pays;Latitude;Longitude;Précision_du_géocodage;Numéro_de_téléphone;latlong'

export const MONTMIRAIL =
  '09410A;MONTMIRAIL BP;Bureau de Poste;;9 RUE LUCIEN MATHIEU;;;51210;MONTMIRAIL;51380;FRANCE;48.871287;3.539091;Géocodé au numéro;3631;48.871287,3.539091'
export const SENS =
  '06632A;SENS DE BRETAGNE BP;Bureau de Poste;;PLACE DE LA GARE;;;35490;SENS DE BRETAGNE;35326;FRANCE;48.3338538;-1.5377;Géocodé au numéro;3631;'
export const LE_GAST =
  '06682A;RENNES LE GAST;Bureau de Poste;;1 PLACE D ERLANGEN;;;35700;RENNES;35238;FRANCE;48.130993;-1.658665;Géocodé au numéro;3631;'
export const RELAY =
  '03754A;LANGAST RP;Relais poste commerçant;06632A;6 RUE DU PORT;CAFE LE SPORTIF;;22150;LANGAST;22100;FRANCE;;;;3631;'

export const sitesFile = (...rows: string[]): string => file(`${[SITES_HEADER, ...rows].join('\n')}\n`)

export const CALENDAR_HEADER =
  '#Identifiant;Libellé_du_site;Date_calendrier;Plage_horaire_1;Plage_horaire_2;Plage_horaire_3;Plage_horaire_4;Plage_horaire_5;Plage_horaire_6;Plage_horaire_7;Libellé_de_la_fermeture;Bp_Plage_horaire_1'
