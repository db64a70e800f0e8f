import { html } from 'hono/html'
import type { DemoStaff } from './demo-staff.ts'

/** One click signs in: this machine has no passwords. */
export const loginPage = (staff: readonly DemoStaff[]) => html`<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Compte de démonstration</title>
<style>
  :root { color-scheme: light dark; }
  body { max-width: 34rem; margin: 2rem auto; padding: 0 1rem; font: 1.125rem/1.5 system-ui, sans-serif; }
  form { display: grid; gap: 0.75rem; }
  label { display: flex; gap: 0.75rem; align-items: center; min-height: 3rem; }
  input { width: 1.5rem; height: 1.5rem; }
  button { min-height: 3.25rem; padding: 0.5rem 1rem; font: inherit; text-align: start; cursor: pointer; }
</style>
<main>
<h1>Qui êtes-vous ?</h1>
<p>Comptes de démonstration, sur la machine de développement seulement. Il n’y a pas de mot de passe.</p>
<form method="post">
<label><input type="checkbox" name="secondFactor" checked> Je confirme avec mon téléphone ou ma clé</label>
${staff.map(({ subject, name }) => html`<button name="subject" value="${subject}">${name}</button>`)}
</form>
<p><a href="/">Revenir à Restante</a></p>
</main>
</html>`
