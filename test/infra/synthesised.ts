import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import type { Template } from 'aws-cdk-lib/assertions'
import { ServiceStack } from '../../infra/service-stack.ts'
import type { Settings } from '../../infra/settings.ts'

export const INLINE = {
  styleHashes: ['sha256-8PT0o7ZxYYbGnuSyAW8NIIYbnE6fYBmQtzUEz3/ziBk='],
  scriptHashes: ['sha256-Kk5e3zEEfQb4nNnRwUKo0lxxV4BFTUtrYqh9LbcbVVQ='],
}

/** Looked up when it is deployed. */
export const MAIL_KEY = { RESTANTE_MAIL_KEY: '{{resolve:secretsmanager:<MailKey>:SecretString:::}}' }

/** The stack on site index entries for what the build writes. */
export const aStack = (settings: Settings = { mailFrom: 'bonjour@example.fr' }): ServiceStack => {
  const folder = mkdtempSync(join(tmpdir(), 'restante-infra-'))
  const stand = (name: string, file: string): string => {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, file), '')
    return join(folder, name)
  }
  const built = {
    apiBundle: stand('api', 'index.mjs'),
    sendMessagesBundle: stand('send-messages', 'index.mjs'),
    sendRemindersBundle: stand('send-reminders', 'index.mjs'),
    tellToolsBundle: stand('tell-tools', 'index.mjs'),
    deliverHooksBundle: stand('deliver-hooks', 'index.mjs'),
    mailFeedbackBundle: stand('mail-feedback', 'index.mjs'),
    extendSeriesBundle: stand('extend-series', 'index.mjs'),
    reviewSitesBundle: stand('review-sites', 'index.mjs'),
    endDueBundle: stand('end-due', 'index.mjs'),
    purgePastBundle: stand('purge-past', 'index.mjs'),
    writePagesBundle: stand('write-pages', 'index.mjs'),
    pages: stand('web', 'index.html'),
    inline: INLINE,
  }
  return new ServiceStack(new App({ outdir: join(folder, 'cdk.out') }), 'Restante', { built, settings })
}

export type Properties = Record<string, unknown>

/** The properties of the only resource of a type whose logical id starts so. */
export const propertiesOf = (template: Template, type: string, idPrefix = ''): Properties => {
  const found = Object.entries(template.findResources(type)).filter(([id]) => id.startsWith(idPrefix))
  const [only] = found
  if (!only || found.length > 1) throw new Error(`${found.length} ${type} named ${idPrefix}…`)
  return only[1].Properties
}

/** Intrinsics as `<Name.Attribute>`, without the hash of logical ids. */
export const readable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(readable)
  if (typeof value !== 'object' || value === null) return value
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': joined, ...others } = value as Properties
  const named = (id: unknown) => String(id).replace(/[0-9A-F]{8}$/, '')
  if (Ref) return `<${named(Ref)}>`
  if (Array.isArray(attribute)) return `<${named(attribute[0])}.${attribute[1]}>`
  if (Array.isArray(joined)) return (joined[1] as unknown[]).map(readable).join(joined[0])
  return Object.fromEntries(Object.entries(others).map(([key, each]) => [key, readable(each)]))
}
