import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { MANIFEST_FILE, TAG_MANIFEST_FILE } from '../../shared/exchange/bagit.ts'
import { nameProblem } from '../../shared/exchange/entry-names.ts'
import {
  BUNDLE_VERSION,
  LOG_HEAD_LABEL,
  VERSION_LABEL,
  WITHHELD_BRIEFS_LABEL,
  WITHHELD_SOURCES_LABEL
} from '../../shared/exchange/bundle-files.ts'
import { withheldSentences, type Withheld } from '../../shared/exchange/readme.ts'
import { storageError, TEMPORARY_ENDING } from '../base/durable.ts'
import { sha256, sha256OfFile } from '../base/hash.ts'
import { readWhole } from '../../shared/bag/bag-files.ts'
import { BagBuilder } from './bag-builder.ts'
import { FolderSink, type BagSink } from './bag-sink.ts'
import type { BundleCase } from './bundle-case.ts'
import { checkBag } from '../../shared/bag/check-bag.ts'
import { openBag } from './open-bag.ts'
import { place, refuseExisting } from './place.ts'
import { writePayload, type Payload } from './write-payload.ts'
import { refuseCancelled } from '../../shared/bag/work.ts'
import type { BundleOptions } from './work.ts'
import { ZipFileWriter } from '../zip/zip-file-writer.ts'

/** What was written. */
export interface BundleReport {
  path: string
  kind: 'folder' | 'zip'
  sources: number
  /** Quotes that aren't deleted. */
  quotes: number
  briefs: number
  /** Files of the payload and their bytes. */
  files: number
  bytes: number
  /** SHA-256 of the zip; of a folder that of its `tagmanifest-sha256.txt`, from which all the rest follows. */
  sha256: string
  /** How much was left out; null when the bundle is whole. */
  withheld: Withheld | null
  /** What was left out and why, a sentence each. */
  leftOut: string[]
}

/**
 * Writes a case as a hand-over bundle: a BagIt 1.0 bag (RFC 8493), as a zip when the target's name ends in `.zip`, else as a
 * folder. It is put together beside the target, flushed, read back and checked by hash, and then renamed into place: it is
 * there whole or not at all, and nothing that exists is replaced.
 * @throws DossierError `case-exists`; `damaged` when a source isn't what its record says; `cancelled`; a storage failure.
 * Then nothing of it is left.
 */
export async function writeBundle(source: BundleCase, path: string, options: BundleOptions): Promise<BundleReport> {
  const target = resolve(path)
  const kind = /\.zip$/i.test(target) ? 'zip' : 'folder'
  const what = `the bundle “${basename(target)}”`
  const work = join(dirname(target), `.bundle-${process.pid}-${randomBytes(6).toString('hex')}${TEMPORARY_ENDING}`)
  try {
    await refuseExisting(target)
    await mkdir(work, { mode: 0o700 })
  } catch (error) {
    throw storageError(error, what, KEPT)
  }
  try {
    const finished = join(work, kind === 'zip' ? 'bag.zip' : 'bag')
    const sink = kind === 'zip' ? await ZipFileWriter.create(finished, rootName(target)) : new FolderSink(finished)
    const payload = await fill(sink, source, work, options)
    const sha256 = await readBack(finished, kind, payload.tagManifest, options)
    refuseCancelled(options.signal)
    await place(finished, target)
    await rm(work, { recursive: true })
    return report(target, kind, sha256, payload)
  } catch (error) {
    await rm(work, { recursive: true, force: true }).catch((failure: unknown) => {
      throw storageError(failure, what, `What was written so far is still in “${work}”: delete it.`)
    })
    throw storageError(error, what, KEPT)
  }
}

const KEPT = 'Nothing of it was kept; the case is as it was.'

interface Written extends Payload {
  tagManifest: string
  files: number
  bytes: number
}

async function fill(sink: BagSink, source: BundleCase, work: string, options: BundleOptions): Promise<Written> {
  try {
    const builder = new BagBuilder(sink)
    const payload = await writePayload(builder, source, work, options)
    const tagManifest = await builder.finish(bagInfo(payload, options.generator))
    return { ...payload, tagManifest, files: builder.files, bytes: builder.bytes }
  } catch (error) {
    await sink.abandon()
    throw error
  }
}

function bagInfo({ caseId, caseTitle, date, withheld, heads }: Payload, generator: string): [string, string][] {
  return [
    ['Bag-Software-Agent', generator],
    ['Bagging-Date', date],
    ['External-Identifier', caseId],
    ['External-Description', caseTitle],
    [VERSION_LABEL, String(BUNDLE_VERSION)],
    ...(heads.length === 0 ? [] : ([[LOG_HEAD_LABEL, heads.join(' ')]] satisfies [string, string][])),
    ...(withheld === null
      ? []
      : ([
          [WITHHELD_SOURCES_LABEL, String(withheld.sources)],
          [WITHHELD_BRIEFS_LABEL, String(withheld.briefs)],
          ['Internal-Sender-Description', withheldSentences(withheld).join(' ')]
        ] satisfies [string, string][]))
  ]
}

/** Reads the finished bag as a receiver would. @returns the hash for the report */
async function readBack(
  finished: string,
  kind: BundleReport['kind'],
  tagManifest: string,
  options: BundleOptions
): Promise<string> {
  const bag = await openBag(finished)
  try {
    const { check } = await checkBag(bag, options)
    const tags = await readWhole(bag, TAG_MANIFEST_FILE)
    if (!check.ok || new TextDecoder().decode(tags) !== tagManifest) {
      throw new DossierError(
        'io',
        `The bundle did not read back as it was written (${check.problems[0] ?? `${MANIFEST_FILE} differs`}). Nothing of it was kept; the case is as it was. Check the disk and try again.`
      )
    }
    return kind === 'zip' ? await sha256OfFile(finished) : sha256(tags)
  } finally {
    await bag.close()
  }
}

/** Name of the folder in a zip: the target's, as far as it's safe on every system. */
function rootName(target: string): string {
  const name = basename(target)
    .slice(0, -'.zip'.length)
    .replace(/[^\p{L}\p{N} ._-]+/gu, '-')
    .slice(0, 80)
    .replace(/^[ .]+|[ .]+$/g, '')
  return nameProblem(name) === null ? name : `bundle-${name}`.replace(/-$/, '')
}

function report(path: string, kind: BundleReport['kind'], sha256: string, written: Written): BundleReport {
  const { sources, quotes, briefs, files, bytes, withheld } = written
  const leftOut = withheld === null ? [] : withheldSentences(withheld)
  return { path, kind, sources, quotes, briefs, files, bytes, sha256, withheld, leftOut }
}
