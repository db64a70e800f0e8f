import { common } from '../../messages/fr/common.ts'

export const Footer = () => (
  <footer class="footer">
    <div class="frame footer-columns">
      <p class="help">
        <strong>{common.helpTitle}</strong> {common.helpBefore}
        <a href="tel:3631">{common.helpNumber}</a>
        {common.helpAfter}
      </p>
      <ul class="footer-links">
        {Object.entries(common.legalLinks).map(([path, words]) => (
          <li key={path}>
            <a href={path}>{words}</a>
          </li>
        ))}
      </ul>
    </div>
  </footer>
)
