import { describe, expect, it } from 'vitest'
import { unflow } from './flowed.ts'

describe('flowed text', () => {
  it.each([
    ['a line that goes on', 'held \nback.\nIt waits.', 'held back.\nIt waits.'],
    ['a quoted one', '> held \n> back.\n> So.', '> held back.\n> So.'],
    ['one quoted twice, with spaces between', '> > held \n> > back.\n> No.', '>> held back.\n> No.'],
    ['depths that change, which end it', '>> held \n> back', '>> held\n> back'],
    ['a reply behind a flowed quote', '> held \nNo.', '> held\nNo.'],
    ['stuffed lines', ' From the yard\n >no quote\n  two spaces', 'From the yard\n>no quote\n two spaces'],
    ['a stuffed line that goes on', ' From \n the yard', 'From the yard'],
    ['a signature', 'held \n-- \nTove \nLind', 'held\n-- \nTove Lind'],
    ['a quoted signature', '> held \n> -- \n> Tove', '> held\n> -- \n> Tove'],
    ['an empty line, which ends a paragraph', 'held \n\nback', 'held\n\nback'],
    ['an empty quoted line', '> held \n>\n> back', '> held\n>\n> back'],
    ['a last line that would go on', 'held ', 'held']
  ])('joins %s', (_, text, expected) => {
    expect(unflow(text, false)).toBe(expected)
  })

  it('takes the space away that DelSp says is none', () => {
    expect(unflow('港务局把备 \n忘录', true)).toBe('港务局把备忘录')
    expect(unflow('held  \nback', true)).toBe('held back')
  })

  it('takes time in the length of the text', () => {
    const lines = 'on and on \n'.repeat(200_000)
    expect(unflow(lines, false).length).toBe(lines.length - 200_000)
  })
})
