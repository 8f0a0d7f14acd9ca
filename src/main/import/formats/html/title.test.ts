import { read } from '../../reading/read.ts'
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

it.each([
  ['Coast Courier | Harbour board kept memo for nine days'],
  ['Harbour board kept memo for nine days - Coast Courier']
])('takes no first heading that only names the site: %s', async (title) => {
  const words = 'The harbour board of Sollen held back a memo on the hull of the ferry for nine days, officials said. '
  const page = `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>Coast Courier</h1><div><h2>Harbour board kept memo for nine days</h2>${`<p>${words.repeat(2)}</p>`.repeat(3)}</div></body></html>`
  const { document } = await read(new TextEncoder().encode(page), { name: 'a.html', url: null, given: [] })
  expect(document!.metadata.title.value).toBe('Harbour board kept memo for nine days')
  expect(document!.text.startsWith('Harbour board kept memo for nine days\n')).toBe(true)
})
