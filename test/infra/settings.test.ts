import { describe, expect, it } from 'vitest'
import { readSettings } from '../../infra/settings.ts'

const reading = (context: Record<string, unknown>) => readSettings((key) => context[key])

describe('the settings', () => {
  it('hold a sender, and an origin if given', () => {
    expect(reading({ mailFrom: 'bonjour@example.fr' })).toEqual({ mailFrom: 'bonjour@example.fr' })
    const both = { mailFrom: 'bonjour@example.fr', origin: 'https://restante.example.fr' }
    expect(reading(both)).toEqual(both)
  })

  it('hold the address of door locks, if given', () => {
    const all = { mailFrom: 'bonjour@example.fr', lockUrl: 'https://locks.example.fr/codes' }
    expect(reading(all)).toEqual(all)
  })

  it.each([
    { url: 'smtps://mail.example.fr' },
    { url: 'smtp://mail.example.fr:587', secret: 'restante/smtp' },
  ])('hold the mail server, if mails leave by one: %j', (smtp) => {
    const { url: smtpUrl, secret: smtpSecret } = { secret: undefined, ...smtp }
    expect(reading({ mailFrom: 'a@b.fr', smtpUrl, smtpSecret })).toEqual({ mailFrom: 'a@b.fr', smtp })
  })

  const NO_SERVER = 'smtpUrl is not like smtps://mail.example.fr:465, without a name or password'

  it.each([
    [{ smtpUrl: 'https://mail.example.fr' }, NO_SERVER],
    [{ smtpUrl: 'smtps://me:secret@mail.example.fr' }, NO_SERVER],
    [{ smtpUrl: 'mail.example.fr' }, NO_SERVER],
    [{ smtpUrl: 'smtps://' }, NO_SERVER],
    [{ smtpUrl: 'smtps://mail.example.fr', smtpSecret: '' }, 'smtpSecret is not the name of a secret: ""'],
    [{ smtpSecret: 'restante/smtp' }, 'smtpUrl is missing: smtpSecret is its login'],
  ])('refuse a mail server with %o in one line that says what to change', (changes, refusal) => {
    expect(reading({ mailFrom: 'a@b.fr', ...changes })).toEqual({ refusal })
  })

  const issuer = {
    mailFrom: 'a@b.fr',
    origin: 'https://restante.example.fr',
    oidcIssuer: 'https://issuer.example/api/v2',
    oidcName: 'ProConnect',
    oidcClientId: 'restante',
    oidcSecret: 'restante/oidc',
  }

  it('hold the issuer of staff, completely or not at all', () => {
    const told = { url: issuer.oidcIssuer, name: 'ProConnect', clientId: 'restante', secret: 'restante/oidc' }
    expect(reading(issuer)).toEqual({ mailFrom: 'a@b.fr', origin: issuer.origin, issuer: told })
    expect(reading({ ...issuer, oidcScope: 'openid email', oidcAcrValues: 'eidas2' })).toMatchObject({
      issuer: { ...told, scope: 'openid email', acrValues: 'eidas2' },
    })
  })

  it.each([
    [{ oidcSecret: undefined }, 'oidcSecret is missing: staff cannot sign in without it'],
    [{ oidcClientId: '' }, 'oidcClientId is missing: staff cannot sign in without it'],
    [
      { oidcIssuer: 'http://issuer.example' },
      'oidcIssuer is not like https://issuer.example, without a name or password',
    ],
    [{ origin: undefined }, 'origin is missing: the issuer sends staff back there'],
  ])('refuse an issuer with %o in one line that says what to change', (changes, refusal) => {
    expect(reading({ ...issuer, ...changes })).toEqual({ refusal })
  })

  it.each([
    [
      { mailFrom: 'a@b.fr', lockUrl: 'http://b.fr' },
      'lockUrl is not like https://locks.example.fr/codes, without a name or password',
    ],
    [
      { mailFrom: 'a@b.fr', lockUrl: 'b.fr' },
      'lockUrl is not like https://locks.example.fr/codes, without a name or password',
    ],
    [
      { mailFrom: 'a@b.fr', lockUrl: 'https://me:secret@b.fr/' },
      'lockUrl is not like https://locks.example.fr/codes, without a name or password',
    ],
    [{}, 'mailFrom is missing: add -c mailFrom=bonjour@example.fr'],
    [{ mailFrom: '' }, 'mailFrom is not an e-mail address: ""'],
    [{ mailFrom: 'bonjour' }, 'mailFrom is not an e-mail address: "bonjour"'],
    [{ mailFrom: 'Restante <a@b.fr>' }, 'mailFrom is not an e-mail address: "Restante <a@b.fr>"'],
    [{ mailFrom: '*@b.fr' }, 'mailFrom is not an e-mail address: "*@b.fr"'],
    [{ mailFrom: 'a@b.fr', origin: 'restante.fr' }, 'origin is not like https://example.fr: "restante.fr"'],
    [{ mailFrom: 'a@b.fr', origin: 'http://b.fr' }, 'origin is not like https://example.fr: "http://b.fr"'],
    [
      { mailFrom: 'a@b.fr', origin: 'https://b.fr/' },
      'origin is not like https://example.fr: "https://b.fr/"',
    ],
  ])('refuse %j in one line', (context, refusal) => {
    expect(reading(context)).toEqual({ refusal })
  })
})
