import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { type Built, ServiceStack } from './service-stack.ts'
import { readSettings } from './settings.ts'

const inDist = (path: string): string => fileURLToPath(new URL(`../dist/${path}`, import.meta.url))

const readBuilt = (): Built | undefined => {
  const hashes = inDist('web-csp.json')
  if (!existsSync(hashes)) return undefined
  return {
    apiBundle: inDist('functions/api'),
    sendMessagesBundle: inDist('functions/send-messages'),
    sendRemindersBundle: inDist('functions/send-reminders'),
    tellToolsBundle: inDist('functions/tell-tools'),
    deliverHooksBundle: inDist('functions/deliver-hooks'),
    mailFeedbackBundle: inDist('functions/mail-feedback'),
    extendSeriesBundle: inDist('functions/extend-series'),
    reviewSitesBundle: inDist('functions/review-sites'),
    endDueBundle: inDist('functions/end-due'),
    purgePastBundle: inDist('functions/purge-past'),
    writePagesBundle: inDist('functions/write-pages'),
    pages: inDist('web'),
    inline: JSON.parse(readFileSync(hashes, 'utf8')),
  }
}

const refuse = (line: string): void => {
  console.error(line)
  process.exitCode = 1
}

const app = new App({ outdir: process.env.CDK_OUTDIR ?? 'cdk.out' })
const settings = readSettings((key) => app.node.tryGetContext(key))
const built = readBuilt()
if ('refusal' in settings) refuse(settings.refusal)
else if (!built) refuse('Nothing is built yet: run node infra/build.ts first')
else {
  new ServiceStack(app, 'Restante', { built, settings })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  app.synth()
}
