const BLOCKS = 'p,div,li,h1,h2,h3,h4,h5,h6,blockquote,tr,br,pre,section,article'

/** The words of foreign markup, a line for each block. The markup is parsed into an inert document and never shown. */
export function htmlToText(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const element of page.querySelectorAll('script,style,template,noscript')) element.remove()
  for (const element of page.querySelectorAll(BLOCKS)) element.append('\n')
  return page.body.textContent
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n\s*\n/g, '\n')
    .trim()
}
