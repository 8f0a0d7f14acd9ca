import type { BrowserWindow, FileFilter } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { DIALOG_PURPOSES, type DialogPurpose } from '../../shared/api/place.ts'
import { choose, safeFileName, withEnding } from './dialogs.ts'

const window = {} as BrowserWindow

function dialog(path: string | null) {
  return {
    showOpenDialog: vi.fn(async () => ({ canceled: path === null, filePaths: path === null ? [] : [path] })),
    showSaveDialog: vi.fn(async () => ({ canceled: path === null, filePath: path ?? '' }))
  }
}

describe('choosing places', () => {
  it.each(DIALOG_PURPOSES.map((purpose) => [purpose]))(
    '%s asks once, with a title, and answers null when cancelled',
    async (purpose: DialogPurpose) => {
      const asked = dialog(null)
      expect(await choose(asked, window, '/documents', { purpose })).toBeNull()
      const calls: unknown[][] = [...asked.showOpenDialog.mock.calls, ...asked.showSaveDialog.mock.calls]
      expect(calls).toHaveLength(1)
      expect(calls[0]?.[0]).toBe(window)
      expect(calls[0]?.[1]).toMatchObject({ title: expect.any(String) })
    }
  )

  it('offers all that can be imported at once, then each kind, and all files', async () => {
    const asked = dialog(null)
    await choose(asked, window, '/documents', { purpose: 'import-files' })
    const [[, options]] = asked.showOpenDialog.mock.calls as unknown as [[unknown, { filters: FileFilter[] }]]
    const [all, ...kinds] = options.filters
    expect(all!.extensions).toEqual(expect.arrayContaining(['html', 'pdf', 'docx', 'epub', 'eml', 'zip', 'ris', 'png']))
    expect(kinds.at(-1)!.extensions).toEqual(['*'])
    expect(kinds.slice(0, -1).flatMap(({ extensions }) => extensions)).toEqual(all!.extensions)
  })

  it('proposes a safe name in the documents and adds the ending that was left off', async () => {
    const asked = dialog('/elsewhere/briefing')
    const chosen = await choose(asked, window, '/documents', {
      purpose: 'export-pdf',
      suggestedName: 'Ports: Sollen/Vestad'
    })
    expect(chosen).toEqual(['/elsewhere/briefing.pdf'])
    expect(asked.showSaveDialog).toHaveBeenCalledWith(
      window,
      expect.objectContaining({ defaultPath: '/documents/Ports Sollen Vestad.pdf' })
    )
  })

  it('keeps either ending of an import report, and adds the first', async () => {
    const save = async (path: string) =>
      choose(dialog(path), window, '/documents', { purpose: 'save-import-report', suggestedName: 'Report' })
    expect(await save('/elsewhere/report.json')).toEqual(['/elsewhere/report.json'])
    expect(await save('/elsewhere/report.csv')).toEqual(['/elsewhere/report.csv'])
    expect(await save('/elsewhere/report')).toEqual(['/elsewhere/report.csv'])
  })

  it('makes a case a folder without ending', async () => {
    expect(
      await choose(dialog('/documents/v1.2'), window, '/documents', { purpose: 'new-case', suggestedName: 'v1.2' })
    ).toEqual(['/documents/v1.2'])
  })
})

describe('file names', () => {
  it.each([
    ['Sollen ferry inquiry', 'Sollen ferry inquiry'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['..hidden. ', 'hidden'],
    ['line\nbreak\u0000', 'line break'],
    ['annex\u202efdp.exe', 'annex fdp.exe'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['console', 'console'],
    ['???', 'Untitled'],
    ['', 'Untitled'],
    ['Ærø – Ωμέγα', 'Ærø – Ωμέγα']
  ])('%j becomes %j', (wish, name) => {
    expect(safeFileName(wish)).toBe(name)
  })

  it('are cut to what file systems take', () => {
    expect(safeFileName('x'.repeat(500))).toHaveLength(120)
  })

  it('keep an ending that is there', () => {
    expect(withEnding('/a/b.PDF', ['.pdf'])).toBe('/a/b.PDF')
    expect(withEnding('/a/b.md', ['.pdf'])).toBe('/a/b.md.pdf')
  })
})
