import { OCR_LANGUAGE_NAMES, OCR_LANGUAGES, type OcrLanguage } from '../../shared/source/recognition.ts'
import type { RecognitionItem } from '../../shared/source/recognition-report.ts'
import type { Workspace } from '../workspace.ts'
import { openToWrite, sourceOf } from './case-access.ts'
import { EXIT, UsageError, type Answer } from './output.ts'
import { columns, say } from './printable.ts'
import type { Verb } from './verb.ts'

export const RECOGNISE: Verb = {
  args: '<case> [source...]',
  summary: 'recognise the text in pictures: of the sources named, or of all that have none',
  define: (command, run) =>
    command
      .option('--language <languages>', 'such as deu, or deu+eng; otherwise each source’s own, as far as it’s known')
      .addHelpText(
        'after',
        `\nLanguages: ${OCR_LANGUAGES.map((id) => `${id} (${OCR_LANGUAGE_NAMES[id]})`).join(', ')}.`
      )
      .action((path: string, keys: string[], { language }: { language?: string }) =>
        run((workspace) => recognise(workspace, path, keys, language))
      )
}

/** `dossier recognise`: recognises the text of sources that are pictures, or PDFs with pages without text. */
async function recognise(
  workspace: Workspace,
  path: string,
  keys: string[],
  language: string | undefined
): Promise<Answer> {
  const languages = language === undefined ? null : parseLanguages(language)
  await openToWrite(workspace, path)
  const ids: string[] = []
  for (const key of keys) ids.push((await sourceOf(workspace, key)).id)
  if (keys.length === 0) ids.push(...(await workspace.handlers['recognition.wanted']({})).ids)
  if (ids.length === 0) return { json: [], text: say`Every source that could be recognised has text.` }
  const { items, cancelled } = await workspace.handlers['recognition.start']({ ids, languages })
  const failed = items.filter(({ status }) => status === 'failed').length
  return {
    json: items.map((item) => ({ ...item, id: undefined })),
    text: columns(items.map(rowOf)),
    exit: failed === 0 && !cancelled ? EXIT.fine : failed === items.length ? EXIT.failure : EXIT.findings
  }
}

function parseLanguages(words: string): OcrLanguage[] {
  return [...new Set(words.toLowerCase().split(/[+,]/))].map((word) => {
    const known = OCR_LANGUAGES.find((id) => id === word)
    if (known) return known
    throw new UsageError(
      `“${word}” is no language that can be recognised. There are ${OCR_LANGUAGES.join(', ')}; join several with a plus. Nothing was changed.`
    )
  })
}

function rowOf({ status, key, title, pages, characters, confidence, notice, error }: RecognitionItem): string[] {
  const found =
    confidence === null
      ? ''
      : `${characters} characters on ${pages === 1 ? 'one page' : `${pages} pages`}, mean confidence ${Math.round(confidence)} %`
  return [key, status, [error?.message ?? title, found, notice].filter(Boolean).join(' · ')]
}
