import type { PdfDocument } from './pdfkit.ts'

/**
 * Patches what pdfkit 0.20.2 writes wrongly, each where it can be reached without changing pdfkit itself. Defects of its
 * text, structure elements, names and attachments need no patch: `paint/paint.ts`, `structure.ts`, `object-writer.ts` and `attachment.ts`
 * write those.
 */
export function patchPdfkit(pdf: PdfDocument): void {
  escapeMetadata(pdf)
  declareUniversalAccessibility(pdf)
  countOutline(pdf)
}

/** pdfkit puts title and author into XML as they are: `&` or `<` breaks the metadata and with it PDF/A. */
function escapeMetadata(pdf: PdfDocument): void {
  const writeInfo = pdf._addInfo.bind(pdf)
  pdf._addInfo = () => {
    const kept = { ...pdf.info }
    for (const [key, value] of Object.entries(kept)) {
      if (typeof value === 'string') pdf.info[key] = escapeXml(value)
    }
    writeInfo()
    Object.assign(pdf.info, kept)
  }
}

/** Escapes a text for XML 1.0 and drops the control characters that it can't hold. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/**
 * pdfkit declares PDF/A or PDF/UA, never both. PDF/A allows `pdfuaid` only with its schema described (ISO 19005-3,
 * 6.6.2.3).
 */
function declareUniversalAccessibility(pdf: PdfDocument): void {
  pdf.appendXML(`
        <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
                <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
                <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
                    <pdfaProperty:name>part</pdfaProperty:name>
                    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                    <pdfaProperty:category>internal</pdfaProperty:category>
                    <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
                </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>`)
}

/** Without this pdfkit leaves out the root's `/Count`, and readers show an empty outline. */
function countOutline(pdf: PdfDocument): void {
  pdf.outline.options = { expanded: true }
}
