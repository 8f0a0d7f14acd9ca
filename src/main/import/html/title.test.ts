import { describe, expect, it } from 'vitest'
import { extractHtml } from './html.ts'

const TEXT =
  '<p>The ferry to Vestad left Sollen on Friday morning with a beam that the yard had called unsafe in March, as a memo shows that was kept.</p>'

function titleOf(title: string, heading = '<h2>Memo withheld from the ferry board</h2>'): string | null {
  const page = `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:site_name" content="Harbour Post"></head><body><article>${heading}${TEXT.repeat(3)}</article></body></html>`
  return extractHtml(page, { name: 'page.html', url: null, given: [] }).metadata.title.value
}

describe('the title of a page', () => {
  it.each([
    'Memo withheld from the ferry board │ Harbour Post',
    'Harbour Post » Blog Archive » Memo withheld from the ferry board',
    'Blog Archiv » Memo withheld from the ferry board | Harbour Post'
  ])('is its headline in %s', (title) => {
    expect(titleOf(title, '')).toBe('Memo withheld from the ferry board')
    expect(titleOf(title)).toBe('Memo withheld from the ferry board')
  })

  it('keeps an archive that the headline speaks of', () => {
    expect(titleOf('Blog archive of the board found | Harbour Post', '')).toBe('Blog archive of the board found')
  })
})
