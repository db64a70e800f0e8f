import { isFrenchOnly } from '../../french-only.ts'
import type { PagePath } from '../../pages.ts'
import { common } from '../words/fr/common.ts'
import { frame } from '../words/fr/frame.ts'
import { OtherLanguage } from './other-language.tsx'

export const Footer = ({ name }: { name: PagePath }) => (
  <footer class="footer">
    <div class="frame footer-columns">
      <p class="help">
        <strong>{frame.helpTitle}</strong> {frame.helpBefore}
        <a href="tel:3631">{common.helpNumber}</a>
        {frame.helpAfter}
      </p>
      <ul class="footer-links">
        {!isFrenchOnly(name) && (
          <li class="footer-language">
            <OtherLanguage name={name} at="footer" />
          </li>
        )}
        <li>
          <a href="/equipe" hreflang="fr">
            {frame.teams}
          </a>
        </li>
        {!isFrenchOnly(name) && (
          <li>
            <a href="/api">{frame.forTools}</a>
          </li>
        )}
        {Object.entries(frame.legalLinks).map(([path, words]) => (
          <li key={path}>
            <a href={path}>{words}</a>
          </li>
        ))}
      </ul>
    </div>
  </footer>
)
