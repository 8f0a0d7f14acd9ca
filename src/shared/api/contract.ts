import type { z } from 'zod'
import { appRequests } from './contract/app.ts'
import { backupRequests } from './contract/backup.ts'
import { briefRequests } from './contract/brief.ts'
import { caseRequests } from './contract/case.ts'
import { codebookRequests } from './contract/codebook.ts'
import { commentRequests } from './contract/comment.ts'
import { exchangeRequests } from './contract/exchange.ts'
import { exportRequests } from './contract/export.ts'
import { gradeRequests } from './contract/grade.ts'
import { historyRequests } from './contract/history.ts'
import { hypothesesRequests } from './contract/hypotheses.ts'
import { importRequests } from './contract/import.ts'
import { markRequests } from './contract/mark.ts'
import { namesRequests } from './contract/names.ts'
import { originRequests } from './contract/origins.ts'
import { originalRequests } from './contract/original.ts'
import { recognitionRequests } from './contract/recognition.ts'
import { quoteRequests } from './contract/quote.ts'
import { readingRequests } from './contract/reading.ts'
import type { RequestDeclaration } from './contract/request.ts'
import { savedSearchRequests } from './contract/saved-search.ts'
import { searchRequests } from './contract/search.ts'
import { signatureRequests } from './contract/signature.ts'
import { sourceRequests } from './contract/source.ts'
import { sourcingRequests } from './contract/sourcing.ts'
import { suggestionRequests } from './contract/suggestion.ts'
import { tagRequests } from './contract/tag.ts'
import { templateRequests } from './contract/template.ts'
import { versionRequests } from './contract/version.ts'
import { viewRequests } from './contract/view.ts'

export * from './contract/app.ts'
export * from './contract/backup.ts'
export * from './contract/brief.ts'
export * from './contract/case.ts'
export * from './contract/codebook.ts'
export * from './contract/comment.ts'
export * from './contract/events.ts'
export * from './contract/exchange.ts'
export * from './contract/export.ts'
export * from './contract/history.ts'
export type { DrawingResource } from './contract/original.ts'
export type { RequestDeclaration } from './contract/request.ts'
export * from './contract/reading.ts'
export * from './contract/source.ts'
export * from './contract/version.ts'
export * from './contract/view.ts'

/**
 * Every request, once: name, what it does, input, output. Preload, `window.dossier`, the gateway, the workspace and the command line derive from it.
 */
export const contract = {
  ...appRequests,
  ...caseRequests,
  ...backupRequests,
  ...exchangeRequests,
  ...importRequests,
  ...sourceRequests,
  ...originalRequests,
  ...historyRequests,
  ...recognitionRequests,
  ...quoteRequests,
  ...gradeRequests,
  ...markRequests,
  ...suggestionRequests,
  ...tagRequests,
  ...codebookRequests,
  ...briefRequests,
  ...templateRequests,
  ...originRequests,
  ...hypothesesRequests,
  ...sourcingRequests,
  ...exportRequests,
  ...readingRequests,
  ...namesRequests,
  ...savedSearchRequests,
  ...searchRequests,
  ...signatureRequests,
  ...commentRequests,
  ...versionRequests,
  ...viewRequests
} as const

export type Contract = typeof contract
export type RequestName = keyof Contract
export type Input<N extends RequestName> = z.input<Contract[N]['input']>
export type Output<N extends RequestName> = z.output<Contract[N]['output']>
/** The requests that only the desktop app answers; all others are use cases of the workspace. */
export type AppRequest = keyof typeof appRequests

/** The requests that a page may ask: all but those of the command line, which names paths. */
export type PageRequest = {
  [N in RequestName]: Contract[N] extends { from: 'terminal' } ? never : N
}[RequestName]

/** Whether a name is that of a request, and a page may ask it. */
export function isPageRequest(name: unknown): name is PageRequest {
  return (
    typeof name === 'string' && Object.hasOwn(contract, name) && declarationOf(name as RequestName).from !== 'terminal'
  )
}

/** What a request declares of itself. */
export function declarationOf(name: RequestName): RequestDeclaration {
  return contract[name]
}
