import { resolve } from 'node:path'
import { Option, type Command } from 'commander'
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/composition/export-formats.ts'
import {
  APPENDICES,
  CITATION_STYLES,
  DEFAULT_EXPORT_OPTIONS,
  PAPERS,
  THEMES,
  type ExportOptions
} from '../../shared/composition/options.ts'

/** A file that `dossier export` shall write. */
interface Wanted {
  format: string
  path: string
}

/** What `dossier export` was asked for. */
export interface ExportRequest {
  files: Wanted[]
  strict: boolean
  acceptNear: boolean
  options: ExportOptions
}

/** The options of `dossier export` as the command line gives them. */
export interface ExportFlags extends Omit<ExportOptions, 'includeTexts' | 'appendices'> {
  strict: boolean
  acceptNear: boolean
  withoutTexts?: boolean
  /** False for `--no-appendix`. */
  appendix: ExportOptions['appendices'] | false
  /** The file of each format, by its flag. */
  [flag: string]: unknown
}

/** Adds to a command what every export takes: an option for the file of each format, and what is chosen for it. */
export function withExportOptions(command: Command, formats: readonly ExportFormat[] = EXPORT_FORMATS): Command {
  const { paper, theme, cover, citations, appendices, custody, redacted, signatureFrame } = DEFAULT_EXPORT_OPTIONS
  for (const { flag, help } of formats) command.option(`--${flag} <file>`, help)
  return command
    .addOption(new Option('--paper <size>', 'size of the paper').choices(PAPERS).default(paper))
    .addOption(new Option('--theme <theme>', 'typeface of the text').choices(THEMES).default(theme))
    .option('--cover', 'begin with a cover page', cover)
    .addOption(new Option('--citations <style>', 'style of citations').choices(CITATION_STYLES).default(citations))
    .addOption(
      new Option('--appendix <name...>', 'what stands behind the brief').choices(APPENDICES).default(appendices)
    )
    .option('--no-appendix', 'nothing behind the brief but the list of sources')
    .option('--no-basis', 'nothing below judgements of the reports and origins that they rest on')
    .option('--custody', 'print what the chain of custody says of each source', custody)
    .option('--redacted', 'leave out what the brief marks as withheld', redacted)
    .option('--accept-near', 'with --redacted: leave what is like withheld words, this once', false)
    .option(
      '--signature-frame',
      'leave a frame in the PDF in which “dossier sign --visible” shows a signature',
      signatureFrame
    )
    .option('--without-texts', 'leave the texts of the sources out of the proof')
}

/** What the flags ask for. `refuse` is called with a sentence when they name no file, or one file twice. */
export function exportRequest(
  flags: ExportFlags,
  refuse: (message: string) => never,
  formats: readonly ExportFormat[] = EXPORT_FORMATS
): ExportRequest {
  const { paper, theme, cover, citations, basis, custody, redacted, signatureFrame, strict, acceptNear } = flags
  const files = formats.flatMap(({ id, flag }): Wanted[] => {
    const path = flags[flag]
    return typeof path === 'string' ? [{ format: id, path: resolve(path) }] : []
  })
  if (files.length === 0) {
    const names = formats.map(({ flag }) => `--${flag}`)
    return refuse(`Say what to write: ${names.slice(0, -1).join(', ')} or ${names.at(-1)!}.`)
  }
  if (new Set(files.map(({ path }) => path)).size < files.length)
    return refuse('Two exports can’t be written to one file.')
  const appendices = flags.appendix === false ? [] : flags.appendix
  const includeTexts = flags.withoutTexts !== true
  const options = { paper, theme, cover, citations, basis, appendices, custody, includeTexts, redacted, signatureFrame }
  return { files, strict, acceptNear, options }
}
