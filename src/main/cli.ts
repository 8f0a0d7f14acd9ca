import { readFileSync } from 'node:fs'
import { runCommandLine } from './cli/command-line.ts'
import type { VerbList } from './cli/verb.ts'

const root = new URL('../../', import.meta.url)
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }
const isBuilt = !import.meta.url.endsWith('.ts')
const workers = {
  import: new URL(isBuilt ? './import-worker.js' : './import/worker/worker.ts', import.meta.url),
  pdf: new URL(isBuilt ? './pdf-worker.js' : './export-worker/worker.ts', import.meta.url),
  search: new URL(isBuilt ? './search-worker.js' : './search/worker.ts', import.meta.url)
}

/** In the order in which the help shows them. */
const verbs: VerbList = {
  init: () => import('./cli/source-commands.ts').then(({ INIT }) => INIT),
  import: () => import('./cli/import-commands.ts').then(({ IMPORT }) => IMPORT),
  recognise: () => import('./cli/recognition-commands.ts').then(({ RECOGNISE }) => RECOGNISE),
  edit: () => import('./cli/import-commands.ts').then(({ EDIT }) => EDIT),
  related: () => import('./cli/import-commands.ts').then(({ RELATED }) => RELATED),
  difference: () => import('./cli/import-commands.ts').then(({ DIFFERENCE }) => DIFFERENCE),
  sources: () => import('./cli/source-commands.ts').then(({ SOURCES }) => SOURCES),
  text: () => import('./cli/source-commands.ts').then(({ TEXT }) => TEXT),
  search: () => import('./cli/search-commands.ts').then(({ SEARCH }) => SEARCH),
  extract: () => import('./cli/source-commands.ts').then(({ EXTRACT }) => EXTRACT),
  quote: () => import('./cli/quote-commands.ts').then(({ QUOTE }) => QUOTE),
  quotes: () => import('./cli/quote-commands.ts').then(({ QUOTES }) => QUOTES),
  grade: () => import('./cli/grade-commands.ts').then(({ GRADE }) => GRADE),
  tags: () => import('./cli/codebook-commands.ts').then(({ TAGS }) => TAGS),
  passages: () => import('./cli/codebook-commands.ts').then(({ PASSAGES }) => PASSAGES),
  codebook: () => import('./cli/codebook-commands.ts').then(({ CODEBOOK }) => CODEBOOK),
  brief: () => import('./cli/brief-commands.ts').then(({ BRIEF }) => BRIEF),
  versions: () => import('./cli/version-commands.ts').then(({ VERSIONS }) => VERSIONS),
  comments: () => import('./cli/comment-commands.ts').then(({ COMMENTS }) => COMMENTS),
  origins: () => import('./cli/origin-commands.ts').then(({ ORIGINS }) => ORIGINS),
  lint: () => import('./cli/origin-commands.ts').then(({ LINT }) => LINT),
  impact: () => import('./cli/origin-commands.ts').then(({ IMPACT }) => IMPACT),
  matrix: () => import('./cli/origin-commands.ts').then(({ MATRIX }) => MATRIX),
  hypotheses: () => import('./cli/hypotheses-commands.ts').then(({ HYPOTHESES }) => HYPOTHESES),
  summary: () => import('./cli/summary-commands.ts').then(({ SUMMARY }) => SUMMARY),
  figures: () => import('./cli/reading-commands.ts').then(({ FIGURES }) => FIGURES),
  chronology: () => import('./cli/reading-commands.ts').then(({ CHRONOLOGY }) => CHRONOLOGY),
  names: () => import('./cli/name-commands.ts').then(({ NAMES }) => NAMES),
  verify: () => import('./cli/verify-commands.ts').then(({ VERIFY }) => VERIFY),
  verifier: () => import('./cli/verifier-commands.ts').then(({ VERIFIER }) => VERIFIER),
  sign: () => import('./cli/signature-commands.ts').then(({ SIGN }) => SIGN),
  key: () => import('./cli/signature-commands.ts').then(({ KEY }) => KEY),
  log: () => import('./cli/verify-commands.ts').then(({ LOG }) => LOG),
  accept: () => import('./cli/verify-commands.ts').then(({ ACCEPT }) => ACCEPT),
  merge: () => import('./cli/exchange-commands.ts').then(({ MERGE }) => MERGE),
  bundle: () => import('./cli/exchange-commands.ts').then(({ BUNDLE }) => BUNDLE),
  'open-bundle': () => import('./cli/exchange-commands.ts').then(({ OPEN_BUNDLE }) => OPEN_BUNDLE),
  'check-bundle': () => import('./cli/exchange-commands.ts').then(({ CHECK_BUNDLE }) => CHECK_BUNDLE),
  backup: () => import('./cli/protection-commands.ts').then(({ BACKUP }) => BACKUP),
  restore: () => import('./cli/protection-commands.ts').then(({ RESTORE }) => RESTORE),
  repair: () => import('./cli/protection-commands.ts').then(({ REPAIR }) => REPAIR),
  encrypt: () => import('./cli/protection-commands.ts').then(({ ENCRYPT }) => ENCRYPT),
  decrypt: () => import('./cli/protection-commands.ts').then(({ DECRYPT }) => DECRYPT),
  passphrase: () => import('./cli/protection-commands.ts').then(({ PASSPHRASE }) => PASSPHRASE),
  withhold: () => import('./cli/withhold-commands.ts').then(({ WITHHOLD }) => WITHHOLD),
  export: () => import('./cli/export-commands.ts').then(({ EXPORT }) => EXPORT)
}

process.exitCode = await runCommandLine({ root, version, workers }, verbs)
