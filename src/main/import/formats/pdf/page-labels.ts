import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** No label of a real page is longer. */
const LONGEST = 24

/**
 * What a PDF itself calls its pages (PDF 32000-1, 12.4.2), in order: `xii`, `A-3`; null for a page that it gives none. Labels are of use only where each
 * leads to one page: where two pages share one, where one is unreadable, or where a page without a label has the number that is another's label, none counts.
 */
export async function readPageLabels(document: PDFDocumentProxy): Promise<(string | null)[]> {
  const labels = await labelsOf(document)
  const named = labels.map((label) => label.replace(/[\p{C}\s]+/gu, ' ').trim())
  if (named.some((label) => [...label].length > LONGEST)) return []
  const names = named.map((label, i) => (label === '' ? String(i + 1) : label))
  if (new Set(names).size < names.length) return []
  return named.map((label) => (label === '' ? null : label))
}

async function labelsOf(document: PDFDocumentProxy): Promise<string[]> {
  try {
    return (await document.getPageLabels()) ?? []
  } catch {
    // Labels that can't be read are as good as none: the pages have their numbers, and their text is whole.
    return []
  }
}
