import { staff } from '../../messages/fr/staff.ts'

type PlaceLinksProps = { readonly site: string; readonly name: string; readonly role?: string }

/** A place, and the pages for those who work there. */
export const PlaceLinks = ({ site, name, role }: PlaceLinksProps) => (
  <section class="right-line">
    <h2>{name}</h2>
    {role && <p>{role}</p>}
    <ul class="plain staff-links">
      {Object.entries(staff.pages).map(([address, words]) => (
        <li key={address}>
          <a class="tall" href={`${address}?lieu=${site}`}>
            {words}
            <span class="for-readers"> : {name}</span>
          </a>
        </li>
      ))}
    </ul>
  </section>
)
