import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import type { AttendanceView } from '../../shared/contracts/attendance-views.ts'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { SigningSheet } from '../../web/attendance/signing-sheet.tsx'
import { stateOf } from '../../web/booking/booking-state.ts'
import { calls } from '../../web/counter/words/fr/calls.ts'

const aPerson = (name: string, start: string, end: string) => ({ id: name, name, start, end, places: 1 })

describe('A permanence', () => {
  it.each(['workshop-changed', 'wait-ended'] as const)('is no workshop in a call (%s)', (news) => {
    expect(calls.says({ news })).toContain('telier')
    expect(calls.says({ news, isAppointment: true })).not.toContain('telier')
  })

  it('is told as an appointment where it is cancelled, in the call and on the slip', () => {
    const ended = { news: 'cancelled', cause: 'workshop-cancelled', isAppointment: true } as const
    expect(calls.says(ended)).toBe('Son rendez-vous est annulé.')
    expect(calls.says({ ...ended, cause: 'closure' })).toContain('le lieu est fermé')
    expect(stateOf({ ...ended, status: 'cancelled' } as unknown as BookingView).lead).toContain('rendez-vous')
  })

  it('has the hours of each on its signing sheet, and a workshop has none', () => {
    const whole = { date: '2026-11-24', start: '09:00', end: '10:00', site: { id: 's', name: 'Rennes' } }
    const people = [aPerson('Lucie', '09:00', '09:30'), aPerson('Marc', '09:30', '10:00')]
    const sheetOf = (roll: object) => render(<SigningSheet roll={roll as AttendanceView} />)
    const lines = sheetOf({ ...whole, people }).replaceAll(/<[^>]+>|\u00A0/g, ' ')
    expect(lines).toMatch(/de 9 h à 9 h 30\s+Lucie/)
    const all = [aPerson('Lucie', '09:00', '10:00')]
    expect(sheetOf({ ...whole, people: all })).toContain('<th scope="row">Lucie</th>')
  })
})
