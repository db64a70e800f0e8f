import { beforeAll, describe, expect, it } from 'vitest'
import { aKey, anApi, untilDecided } from '../support/api.ts'
import { add, anAssociation, aPerson, aRna, invite, type Somebody, take } from '../support/associations.ts'
import { engines, freshTable } from '../support/engine.ts'

describe.each(engines)('an association on $name', (engine) => {
  let api: ReturnType<typeof anApi>
  const read = async ({ cookie }: Somebody, id: string) => api.call('GET', `/associations/${id}`, { cookie })
  const rolesIn = (body: { members: { name: string; role: string }[] }) =>
    body.members.map(({ name, role }) => `${name} ${role}`)
  const leave = ({ cookie }: Somebody, id: string) =>
    untilDecided(() => api.call('DELETE', `/me/associations/${id}`, { cookie }))
  const changeRole = (by: Somebody, id: string, who: Somebody, role: string) =>
    api.call('PUT', `/associations/${id}/members/${who.id}`, { body: { role }, cookie: by.cookie })
  const withdraw = (by: Somebody, id: string, who: Somebody) =>
    api.call('DELETE', `/associations/${id}/members/${who.id}`, { cookie: by.cookie })

  beforeAll(async () => {
    api = anApi(await freshTable(engine))
  })

  it('is led by the person who adds it, once for each key', async () => {
    const lead = await aPerson(api, 'Anne')
    const [rna, headers] = [aRna(), aKey()]
    const ask = (name: string) =>
      api.call('POST', '/associations', { body: { name, rna }, headers, cookie: lead.cookie })
    const [{ status, body }, again] = [await ask('Ciné-club'), await ask('Ciné-club')]
    expect(status).toBe(201)
    expect(body).toMatchObject({
      name: 'Ciné-club',
      rna,
      role: 'lead',
      members: [{ name: 'Anne', role: 'lead' }],
    })
    expect(again.body).toEqual(body)
    expect((await ask('Autre nom')).body.code).toBe('key-reused')
    const mine = await api.call('GET', '/me/associations', { cookie: lead.cookie })
    expect(mine.body.associations).toEqual([{ id: body.id, name: 'Ciné-club', role: 'lead' }])
  })

  it('is registered once: a second person learns what to do, not who leads it', async () => {
    const rna = aRna()
    await add(api, await aPerson(api, 'Anne'), { rna })
    const { status, body } = await add(api, await aPerson(api), { rna: ` ${rna.toLowerCase()} ` })
    expect([status, body.code]).toEqual([409, 'association-known'])
    expect(JSON.stringify(body)).not.toContain('Anne')
    const answers = await Promise.all(
      Array.from({ length: 10 }, async () => add(api, await aPerson(api), { rna: 'W599999999' })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.code === 'association-known')).toHaveLength(9)
  })

  it.each([
    [{ rna: 'W51234567' }],
    [{ rna: '51234567890' }],
    [{ rna: undefined, siret: '73282932000075' }],
    [{ rna: undefined, siret: '356 000 000 00023' }],
    [{ rna: undefined }],
    [{ rna: 'W512345678', siret: '73282932000074' }],
    [{ name: '' }],
    [{ name: ' ‮ ' }],
    [{ name: 'ligne\nligne' }],
    [{ name: 'x'.repeat(81) }],
    [{ role: 'lead' }],
    [{ id: 'abcdefghjkmnpqrstvwx' }],
  ])('is refused with %j', async (changes) => {
    expect((await add(api, await aPerson(api), changes)).body.code).toBe('invalid')
  })

  it.each(['<img src=x onerror=alert(1)>', 'جمعية الكتاب', '🎭 Théâtre & Cie', 'L’Œuvre « d’été »'])(
    'keeps its name %s as it is written',
    async (name) => {
      expect((await add(api, await aPerson(api), { name })).body.name).toBe(name)
    },
  )

  it('accepts a SIRET as it is printed', async () => {
    const { body } = await add(api, await aPerson(api), { rna: undefined, siret: '732 829 320 00074' })
    expect(body).toMatchObject({ siret: '73282932000074' })
    expect(body.rna).toBeUndefined()
  })

  it('admits the person who signs in with the invited address, once', async () => {
    const { id, lead, member, invitation } = await anAssociation(api)
    expect(rolesIn((await read(lead, id)).body)).toEqual(['Anne lead', 'Bruno member'])
    const again = await take(api, member, invitation)
    expect(again.body).toEqual({ role: 'member', scope: `association:${id}`, place: 'Les Amis du livre' })
    const stranger = await aPerson(api)
    expect((await take(api, stranger, invitation)).body.code).toBe('invitation-over')
    const other = (await invite(api, lead, id, 'somebody-else@example.org')).body.id
    expect((await take(api, stranger, other)).body.code).toBe('other-address')
    expect((await withdraw(lead, id, member)).status).toBe(200)
    await take(api, member, invitation)
    expect((await read(member, id)).status).toBe(404)
  })

  it('changes nothing but memberships of an account when its address is invited', async () => {
    const { id, lead } = await anAssociation(api)
    const invited = await aPerson(api, 'Nadia')
    const me = async () => (await api.call('GET', '/me', { cookie: invited.cookie })).body
    const before = await me()
    const known = await invite(api, lead, id, invited.email.toUpperCase())
    expect(known.status).toBe(201)
    expect(await me()).toEqual(before)
    await take(api, invited, known.body.id)
    expect(await me()).toEqual({
      ...before,
      grants: [{ role: 'member', scope: `association:${id}`, place: 'Les Amis du livre' }],
    })
  })

  it('is joined once when ten people accept one invitation at the same time', async () => {
    const { id, lead } = await anAssociation(api)
    const invited = await aPerson(api, 'Nadia')
    const sent = (await invite(api, lead, id, invited.email)).body.id
    const people = await Promise.all(Array.from({ length: 5 }, () => aPerson(api)))
    const answers = await Promise.all(
      [...Array.from({ length: 5 }, () => invited), ...people].map((each) => take(api, each, sent)),
    )
    expect(answers.map(({ status }) => status < 300)).toEqual([
      ...Array(5).fill(true),
      ...Array(5).fill(false),
    ])
    expect(rolesIn((await read(lead, id)).body).sort()).toEqual(['Anne lead', 'Bruno member', 'Nadia member'])
  })

  it('shows invited people to its leads only, and only leads invite', async () => {
    const { id, lead, member } = await anAssociation(api)
    const { body } = await invite(api, lead, id, 'guest@example.org')
    expect((await read(lead, id)).body.invitations).toEqual([
      { id: body.id, email: 'guest@example.org', role: 'member' },
    ])
    expect((await read(member, id)).body.invitations).toBeUndefined()
    expect((await invite(api, member, id, 'guest@example.org')).status).toBe(404)
    expect((await api.call('DELETE', `/invitations/${body.id}`, { cookie: member.cookie })).status).toBe(404)
    expect((await api.call('DELETE', `/invitations/${body.id}`, { cookie: lead.cookie })).status).toBe(204)
    expect((await read(lead, id)).body.invitations).toEqual([])
  })

  it('gives each person one role, the lead of two that were given', async () => {
    const { id, lead, member } = await anAssociation(api)
    await take(api, member, (await invite(api, lead, id, member.email, 'lead')).body.id)
    expect(rolesIn((await read(lead, id)).body).sort()).toEqual(['Anne lead', 'Bruno lead'])
    expect((await changeRole(lead, id, member, 'member')).status).toBe(200)
    expect(rolesIn((await read(lead, id)).body).sort()).toEqual(['Anne lead', 'Bruno member'])
    expect((await withdraw(lead, id, member)).status).toBe(200)
    expect((await read(member, id)).status).toBe(404)
  })

  it('keeps its last lead however a right is withdrawn', async () => {
    const { id, lead } = await anAssociation(api)
    const path = `/rights/association:${id}/lead/${lead.id}`
    expect((await api.call('DELETE', path, { cookie: lead.cookie })).body.code).toBe('last-lead')
  })

  it('keeps one lead when both leave at the same time', async () => {
    for (let times = 0; times < 5; times++) {
      const { id, lead, member } = await anAssociation(api)
      await changeRole(lead, id, member, 'lead')
      const left = await Promise.all([leave(lead, id), leave(member, id)])
      expect(left.map(({ status }) => status).sort()).toEqual([204, 409])
      const stays = left[0]?.status === 409 ? lead : member
      expect(rolesIn((await read(stays, id)).body)).toEqual([expect.stringMatching(/ lead$/)])
    }
  })

  it('changes its lead, and never has none', async () => {
    const { id, lead, member } = await anAssociation(api)
    expect((await leave(lead, id)).body.code).toBe('last-lead')
    expect((await changeRole(lead, id, lead, 'member')).body.code).toBe('last-lead')
    expect((await withdraw(lead, id, lead)).body.code).toBe('last-lead')
    expect((await changeRole(lead, id, member, 'lead')).status).toBe(200)
    expect((await changeRole(member, id, lead, 'member')).status).toBe(200)
    expect((await changeRole(lead, id, member, 'member')).status).toBe(404)
    expect((await leave(lead, id)).status).toBe(204)
    expect((await read(lead, id)).status).toBe(404)
    const mine = await api.call('GET', '/me/associations', { cookie: lead.cookie })
    expect(mine.body.associations).toEqual([])
  })

  it('does not exist for strangers, and hides from members what only leads may do', async () => {
    const { id, lead, member } = await anAssociation(api)
    const other = await anAssociation(api)
    const calls = (who: Somebody) => [
      read(who, id),
      api.call('PATCH', `/associations/${id}`, { body: { name: 'Pris' }, cookie: who.cookie }),
      invite(api, who, id, 'a@example.org'),
      changeRole(who, id, who, 'lead'),
      withdraw(who, id, lead),
    ]
    const codesFor = async (who: Somebody) => (await Promise.all(calls(who))).map(({ status }) => status)
    expect(await codesFor(await aPerson(api))).toEqual([404, 404, 404, 404, 404])
    expect(await codesFor(other.lead)).toEqual([404, 404, 404, 404, 404])
    expect(await codesFor(member)).toEqual([200, 404, 404, 404, 404])
    expect((await read(lead, id)).body.name).toBe('Les Amis du livre')
    const absent = await read(lead, '0123456789abcdefghjk')
    expect((await read(other.lead, id)).body).toEqual(absent.body)
  })

  it('is renamed by a lead', async () => {
    const { id, lead, member } = await anAssociation(api)
    const body = { name: 'Les Amis du cinéma' }
    expect((await api.call('PATCH', `/associations/${id}`, { body, cookie: lead.cookie })).body.name).toBe(
      body.name,
    )
    expect((await read(member, id)).body.name).toBe(body.name)
  })
})
