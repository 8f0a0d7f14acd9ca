import { describe, expect, it } from 'vitest'
import { ReferenceIndex, type ListedReference } from './match.ts'
import { toReference, type Work } from './reference.ts'

const listed = (work: Work, folder = '/research/harbour'): ListedReference => ({
  item: toReference(work, 'x.bib')!,
  folder,
  list: 'x.bib'
})
const titles = (index: ReferenceIndex): (string | null)[] => index.unused().map(({ item }) => item.title)

describe('an index of references', () => {
  it('finds a file by its path, whatever system wrote it', () => {
    const index = new ReferenceIndex([
      listed({ title: 'A', files: ['files/12/a.pdf'] }),
      listed({ title: 'B', files: ['.\\files\\13\\..\\14\\Me\u0301mo.html'] }),
      listed({ title: 'C', files: ['C:\\Users\\t\\c.pdf', 'file:///research/c.pdf'] })
    ])
    expect(index.ofFile('/research/harbour/files/12/A.pdf')?.title).toBe('A')
    expect(titles(index)).toEqual(['B', 'C'])
    expect(index.ofFile('/research/harbour/files/14/m\u00E9mo.html')?.title).toBe('B')
    expect(index.ofFile('c:/users/t/C.PDF')?.title).toBe('C')
    expect(index.ofFile('/research/c.pdf')?.title).toBe('C')
    expect(titles(index)).toEqual([])
    expect(index.ofFile('/elsewhere/files/12/a.pdf')).toBeNull()
  })

  it('finds a file by a telling name that only one reference has', () => {
    const index = new ReferenceIndex([
      listed({ title: 'A', files: ['files/1/Lind - 2031 - Memo.pdf', 'files/2/index.html'] }),
      listed({ title: 'B', files: ['files/3/Moll - 2031 - Tides.pdf'] }),
      listed({ title: 'C', files: ['files/4/Moll - 2031 - Tides.pdf'] })
    ])
    expect(index.ofFile('/downloads/lind - 2031 - memo.pdf')?.title).toBe('A')
    expect(index.ofFile('/downloads/index.html')).toBeNull()
    expect(index.ofFile('/downloads/Moll - 2031 - Tides.pdf')).toBeNull()
    expect(titles(index)).toEqual(['B', 'C'])
  })

  it('reads the percent signs of paths and addresses of files', () => {
    const index = new ReferenceIndex([
      listed({ title: 'A', files: ['file:///C:/Users/x/Lind%202031%20memo.txt'] }),
      listed({ title: 'B', files: ['files/1/M%C3%A9moire.pdf', 'file:relative/100%.txt'] }),
      listed({ title: 'C', files: ['file://server/share/c.pdf', 'internal-pdf://1234/Moll 2031 tides.pdf'] }),
      listed({ title: 'D', files: ['files/2/50%25.pdf'] })
    ])
    expect(index.ofFile('C:\\Users\\x\\Lind 2031 memo.txt')?.title).toBe('A')
    expect(index.ofFile('/elsewhere/Lind 2031 memo.txt')?.title).toBe('A')
    expect(index.ofFile('/research/harbour/files/1/Mémoire.pdf')?.title).toBe('B')
    expect(index.ofFile('/research/harbour/relative/100%.txt')?.title).toBe('B')
    expect(index.ofFile('\\\\server\\share\\c.pdf')?.title).toBe('C')
    expect(index.ofFile('/downloads/Moll 2031 tides.pdf')?.title).toBe('C')
    expect(index.ofFile('/research/harbour/files/2/50%25.pdf')?.title).toBe('D')
    expect(index.ofFile('/research/harbour/files/2/50%.pdf')?.title).toBe('D')
  })

  it('finds a document by its address', () => {
    const index = new ReferenceIndex([
      listed({ title: 'A', urls: ['https://www.courier.example/memo/?utm_source=x&id=5&fbclid=y#top'] }),
      listed({ title: 'B', urls: ['https://courier.example/other'] }),
      listed({ title: 'C', urls: ['http://courier.example/other/'] })
    ])
    expect(index.ofAddress('http://courier.example/memo?id=5')?.title).toBe('A')
    expect(index.ofAddress('http://courier.example/memo?id=6')).toBeNull()
    expect(index.ofAddress('https://courier.example/other')).toBeNull()
    expect(index.ofAddress('no address')).toBeNull()
  })

  it('finds a document by a title that is long enough', () => {
    const index = new ReferenceIndex([listed({ title: 'Board held “memo” back' }), listed({ title: 'News' })])
    expect(index.ofTitle("Board Held 'Memo' Back.")?.title).toBe('Board held “memo” back')
    expect(index.ofTitle('News')).toBeNull()
    expect(titles(index)).toEqual(['News'])
  })
})
