import type { AttendanceView, NotedAttendanceView } from '../../../shared/contracts/attendance-views.ts'
import { attendanceOf, markingWindowOf } from '../../../shared/domain/attendance.ts'
import type { HolderId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import { namesOfMediators } from '../../../shared/domain/mediators.ts'
import { wordsOfParty } from '../../../shared/domain/party.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import type { RefusedNote } from '../../use-cases/note-attendance.ts'
import type { WorkshopAttendance } from '../../use-cases/read-attendance.ts'

const instantText = (at: Instant): string => new Date(at).toISOString()

const viewOfPerson = (
  { booking, holder, done }: WorkshopAttendance['people'][number],
  me: HolderId,
): AttendanceView['people'][number] => ({
  id: booking.id,
  name: holder.name ?? '',
  start: formatQuarter(booking.start),
  end: formatQuarter(booking.end),
  places: booking.places,
  ...wordsOfParty(booking),
  ...(done && { done: [...done] }),
  isOwn: booking.holder === me,
  attendance: attendanceOf(booking),
  ...(booking.markedAt !== undefined && { markedAt: instantText(booking.markedAt) }),
})

export const viewOfAttendance = (
  { workshop, site, spaceName, people, dropIns, isCancelled }: WorkshopAttendance,
  me: HolderId,
): AttendanceView => {
  const { opensAt, closesAt } = markingWindowOf(workshop, site)
  return {
    id: workshop.id,
    me,
    title: workshop.title,
    site: { id: site.id, name: site.name },
    spaceName,
    mediatorName: namesOfMediators(workshop),
    date: workshop.date,
    start: formatQuarter(workshop.start),
    end: formatQuarter(workshop.end),
    isCancelled,
    opensAt: instantText(opensAt),
    closesAt: instantText(closesAt),
    people: people.map((each) => viewOfPerson(each, me)),
    dropIns: dropIns.map(({ id, ageBand, occupation, skillsTest, at }) => ({
      ...{ id, ageBand, occupation, skillsTest },
      at: instantText(at),
    })),
  }
}

export const viewOfNoted = (refused: readonly RefusedNote[]): NotedAttendanceView => ({
  refused: refused.map(({ id, refusal: { kind, ...facts } }) => ({ ...facts, id, code: kind })),
})
