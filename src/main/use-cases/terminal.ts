import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import type { SigningKey } from '../../shared/proof/signing-key.ts'
import { toCodePoints } from '../../shared/quote/position.ts'
import { verifyQuote } from '../../shared/quote/verify.ts'
import { locatorOf } from '../../shared/source/locator.ts'
import { refuseTooLarge } from '../import/extracted/limits.ts'
import { createImportWorker } from '../import/worker/import-worker.ts'
import type { KeyRing } from '../sign/key-ring.ts'
import { refuseInCase } from '../store/enclosing-case.ts'
import { ifThere, readingError } from '../base/durable.ts'
import { finishHalf } from '../store/encryption.ts'
import { readKeys } from '../store/keys.ts'
import { certifyPdf } from './certify-pdf.ts'
import type { OpenCase } from './open-case.ts'
import type { Handlers, TerminalRequest } from './handlers.ts'
import { quoteWords, type ClockAndIds } from './quotes.ts'
import { signFile } from './sign-pdf.ts'
import { writePage } from './verifier-page.ts'
import { acceptFindings, verifyCase } from './verify-case.ts'

// Rarely asked for, and long to load.
const bundles = () => import('../bundle/check-bundle.ts')
const markdown = () => import('./brief-markdown.ts')

/** What the requests of the command line need of the workspace. */
export interface TerminalDeps extends ClockAndIds {
  opened: () => OpenCase
  ring: KeyRing
  userData: string
  passphrase: () => Promise<string>
  /** The page that checks PDFs in a browser, as the build made it. */
  page: string
  /** The script of the worker that reads files. */
  importWorker: URL
}

/** The requests that the command line alone asks, but to open a case, to export and to search. */
export function terminalHandlers(
  deps: TerminalDeps
): Handlers<
  Exclude<
    TerminalRequest,
    | 'case.use'
    | 'export.files'
    | 'search.list'
    | 'chronology.list'
    | 'figures.list'
    | 'codebook.passages'
    | 'grade.list'
    | 'names.entries'
  >
> {
  const { opened, ring } = deps
  return {
    'case.checkPlace': async ({ path }) => {
      const found = await ifThere(stat(path))
      if (!found || found.isDirectory()) return {}
      throw new DossierError(
        'case-exists',
        `“${basename(path)}” is a file, so no case can be made there. It is unchanged. Name an empty folder or a new one.`
      )
    },
    'case.sealed': async ({ path }) => ({ sealed: (await readKeys(path)) !== null }),
    'case.finishEncryption': async ({ path }) => ({ inClear: await finishHalf(path, deps.passphrase, deps) }),
    'case.verifyAgainst': (noted) => verifyCase(opened(), noted),
    'case.log': () => opened().store.custody(),
    'case.accept': async () => ({ accepted: await acceptFindings(opened()) }),
    'bundle.check': async ({ path }) => (await bundles()).checkBundle(path),
    'import.checkReportPlace': async ({ path }) => {
      await refuseInCase(path, opened().store.path)
      return {}
    },
    'import.extract': ({ path }) => extract(path, deps.importWorker),
    'source.list': () =>
      Promise.all(
        opened()
          .view()
          .sources.map(async ({ id, quotes }) => ({ source: (await opened().source(id)).source, quotes }))
      ),
    'source.byKey': async ({ key }) => {
      const source = await opened().sourceByKey(key.toUpperCase())
      if (!source) throw new DossierError('not-found', `There is no source ${key} in this case.`)
      return source
    },
    'source.byId': async ({ id }) => (await opened().source(id)).source,
    'quote.words': ({ sourceId, words, prefix, suffix }) => {
      const hint = { ...(prefix === undefined ? {} : { prefix }), ...(suffix === undefined ? {} : { suffix }) }
      return quoteWords(opened(), sourceId, words, hint, deps)
    },
    'quote.states': async () => {
      const states = []
      for (const quote of opened().store.catalogue.quotes()) {
        const { text, prepared } = await opened().text(quote.sourceId)
        states.push({
          quote,
          source: (await opened().source(quote.sourceId)).source.key,
          state: verifyQuote(quote.target.exact, prepared, quote.target).state,
          start: toCodePoints(text.text, quote.target.start),
          end: toCodePoints(text.text, quote.target.end),
          locator: locatorOf(text.blocks, quote.target)
        })
      }
      return states
    },
    'brief.find': async ({ which }) => {
      const rows = opened().briefRows()
      const row =
        rows.find(({ id }) => id === which) ??
        rows.find(({ title }) => title === which) ??
        (/^\d+$/.test(which) ? rows[Number(which) - 1] : undefined)
      if (!row)
        throw new DossierError(
          'not-found',
          `There is no brief “${which}” in this case. “dossier brief list” shows them.`
        )
      return opened().brief(row.id)
    },
    'brief.markdown': async ({ id }) => ({ markdown: await (await markdown()).exportBrief(opened(), id) }),
    'brief.readMarkdown': async ({ path }) => ({
      markdown: await (await markdown()).readMarkdownFile(path),
      title: basename(path).replace(/\.\w+$/, '')
    }),
    'brief.fromMarkdown': async ({ markdown: text, title }) =>
      (await markdown()).importBrief(opened(), text, title, deps),
    'verify.kind': async ({ path }) => {
      try {
        return { kind: (await stat(path)).isDirectory() ? 'case' : 'pdf' }
      } catch (error) {
        throw readingError(error, `“${basename(path)}”`)
      }
    },
    'verify.page': ({ path }) => writePage(deps.page, path),
    'signature.find': ({ which }) => ring.find(which),
    'signature.signer': ({ which }) => signer(ring, which),
    'signature.certify': (given) => certifyPdf(given, deps.now()),
    'signature.sign': async ({ path, keyId, passphrase }) => ({
      path: await signFile(path, await ring.unlock(keyId, passphrase), deps.now())
    })
  }
}

/** The key that signs: the one named, else the only one that can. @throws DossierError `bad-request`, `not-found` */
async function signer(ring: KeyRing, which: string | undefined): Promise<SigningKey> {
  if (which !== undefined) return ring.find(which)
  const able = (await ring.list()).filter(({ canSign }) => canSign)
  if (able.length === 1) return able[0]!
  const message =
    able.length === 0
      ? 'There is no key that signs. “dossier key new” makes one. Nothing was signed.'
      : `There are ${able.length} keys that sign. Name one with --key. Nothing was signed.`
  throw new DossierError('bad-request', message)
}

/** What an import would make of a file. @throws DossierError `unsupported`, `too-large`, and what a failing read or import says */
async function extract(path: string, importWorker: URL) {
  const name = basename(path)
  let bytes: Uint8Array
  try {
    const found = await stat(path)
    if (!found.isFile() && !found.isDirectory())
      throw new DossierError('unsupported', `“${name}” is neither a file nor a folder. Nothing was read.`)
    refuseTooLarge(found.size, name)
    bytes = await readFile(path)
  } catch (error) {
    throw readingError(error, `“${name}”`)
  }
  const worker = createImportWorker(importWorker)
  try {
    const { document } = await worker.read(bytes, { name, url: null, given: [] })
    if (document) return document
    throw new DossierError(
      'unsupported',
      `“${name}” holds other files and is no article itself. Import it to get at them.`
    )
  } finally {
    await worker.close()
  }
}
