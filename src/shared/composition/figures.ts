import type { Figure } from '../brief/brief.ts'
import { plainText } from '../brief/walk.ts'
import { isImageType, sourceTitle } from '../source/source.ts'
import type { Block, Run, TextBlock } from './block.ts'
import type { ExportInput, ExportSource } from './input.ts'
import { sign, WARNING_SIGN, type References } from './references.ts'
import { cut, isSeen } from './printable.ts'
import { inlineRuns } from './runs.ts'

/** Characters of an alternative: a string of PDF/A has 32,767 bytes at most (ISO 19005-3, 6.1.13). */
const MOST_ALT = 8000

/**
 * A figure with its numbered caption and the source that it shows. One whose image can't be shown is a warning with the
 * caption, so that nothing is left out unseen.
 */
export function figureBlocks(figure: Figure, number: number, input: ExportInput, references: References): Block[] {
  const { sourceId, label, alt } = figure.attrs
  const destination = `figure-${number}`
  const source = references.figure(sourceId, destination)
  const words = inlineRuns(figure.content ?? [], references)
  const caption: TextBlock = {
    type: 'text',
    kind: 'caption',
    runs: [
      { text: `Figure ${number}.`, voice: 'strong' },
      ...(words.length > 0 ? [{ text: ' ' }, ...words] : []),
      ...(source ? [{ text: '\u00a0' }, sourceRun(source, references.numberOf(source))] : [])
    ]
  }
  if (source && input.images.has(source.source.id)) {
    const shows = [alt, plainText(figure.content), sourceTitle(source.source)].find(isSeen) ?? `Figure ${number}`
    return [{ type: 'figure', image: source.source.id, alt: cut(shows, MOST_ALT), destination, caption }]
  }
  const warning: TextBlock = {
    type: 'text',
    kind: 'warning',
    destination,
    keepNext: true,
    runs: [sign(WARNING_SIGN), { text: problem(source, label) }]
  }
  return [warning, caption]
}

function sourceRun(source: ExportSource, number: number): Run {
  return {
    text: `[${number}]`,
    voice: 'cite',
    target: { destination: `source-${number}` },
    about: `Source ${number}: ${sourceTitle(source.source)}`
  }
}

function problem(source: ExportSource | null, label: string | null): string {
  if (!source) {
    return label === null
      ? 'No image: the figure’s source is no longer in the case.'
      : `No image: ${label} isn’t in the case.`
  }
  const { key, original } = source.source
  if (!isImageType(original.mediaType)) return `No image: ${key} isn’t an image.`
  return source.original === 'missing'
    ? `No image: the stored original of ${key} is missing.`
    : `No image: the stored original of ${key} is no longer what was imported.`
}
