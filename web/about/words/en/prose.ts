import type { ProseText } from '../../../kit/prose.tsx'

export const accessibility: ProseText = {
  page: 'Accessibility: not compliant',
  title: 'Accessibility',
  lead: 'Restante wants to be usable by everybody. Here is where we stand, without making it look better.',
  sections: [
    {
      title: 'Compliance: not compliant',
      blocks: [
        'Without an audit under RGAA 4.1.2, the French accessibility standard, these pages are declared not compliant. We claim neither a rate nor a certificate.',
      ],
    },
    {
      title: 'What is checked',
      blocks: [
        [
          'each page passes the automatic checks of axe-core, which see only some of the faults;',
          'you can book from start to end with the keyboard;',
          'the pages fit a width of 320 pixels, and a phone with its text twice as large or more spaced out;',
          'the colours follow your device, light or dark, and its high contrast mode.',
        ],
      ],
    },
    {
      title: 'What is not checked yet',
      blocks: [
        [
          'screen readers: no regular testing with people who use them every day;',
          'most of the 106 criteria of the RGAA, which are checked by hand.',
        ],
      ],
    },
    {
      title: 'Finding it difficult?',
      blocks: [
        'Say so on 3631 or at the post office counter: they will book for you, on the same terms, and what you tell us helps.',
        'If you get no answer, the Défenseur des droits, the French ombudsman, can help you: 09 69 39 00 00.',
      ],
    },
  ],
}

export const legal: ProseText = {
  page: 'Legal notice',
  title: 'Legal notice',
  lead: 'Who runs these pages, and on what terms.',
  sections: [
    {
      title: 'Publisher and hosting',
      blocks: [
        'The organisation that puts this service online is its publisher: its name, its address, who is responsible for the content, the data protection officer and the hosting company are to be written here before it opens to the public.',
      ],
    },
    {
      title: 'The software',
      blocks: ['Restante is free software, under the EUPL 1.2 licence. It is not published by La Poste.'],
    },
    {
      title: 'Data about post offices',
      blocks: [
        'Names, addresses and opening hours come from the open data of La Poste: the list of its points of contact (Licence Ouverte 2.0) and its opening calendar (ODbL). They can change: if in doubt, call the post office.',
        'The outlines of the départements, on the maps, are simplified from Admin Express 2018 of IGN (Licence Ouverte). This site draws its maps itself: your search is sent to nobody else.',
      ],
    },
    {
      title: 'Booking',
      blocks: [
        'A booking is a service, not a lease. You can make one online, on 3631 or at the counter, on the same terms.',
      ],
    },
  ],
}
