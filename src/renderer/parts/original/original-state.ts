import { useReader } from '../../state/sources/readers.ts'

/** The media types of the originals that can be shown as they are. */
const SHOWN = ['application/pdf', 'image/png', 'image/jpeg']

/** Whether originals of a media type can be shown: PDFs and pictures. What others hold is markup, which is never rendered. */
export function canShowOriginal(mediaType: string): boolean {
  return SHOWN.includes(mediaType)
}

/** Shows the original, or the text alone again. */
export function toggleOriginal(): void {
  useReader.setState(({ originalPlace }) => ({ originalPlace: originalPlace === 'off' ? 'beside' : 'off' }))
}
