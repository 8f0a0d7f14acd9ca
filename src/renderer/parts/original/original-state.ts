import { create } from 'zustand'

/** Where the original of the open source shows: not at all, beside its text, or in its place. */
export type OriginalPlace = 'off' | 'beside' | 'instead'

export const useOriginalView = create<{ place: OriginalPlace }>(() => ({ place: 'off' }))

/** The media types of the originals that can be shown as they are. */
const SHOWN = ['application/pdf', 'image/png', 'image/jpeg']

/** Whether originals of a media type can be shown: PDFs and pictures. What others hold is markup, which is never rendered. */
export function canShowOriginal(mediaType: string): boolean {
  return SHOWN.includes(mediaType)
}

/** Shows the original, or the text alone again. */
export function toggleOriginal(): void {
  useOriginalView.setState(({ place }) => ({ place: place === 'off' ? 'beside' : 'off' }))
}
