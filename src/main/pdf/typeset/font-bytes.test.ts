import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { create } from 'fontkit'
import { expect, test } from 'vitest'
import { FONT_FILES } from './faces.ts'

const folder = join(import.meta.dirname, '../../../../resources/fonts')
const files = readdirSync(folder).filter((name) => name.endsWith('.br'))

test('the faces that texts are set in are those that are there, and no more', () => {
  expect([...FONT_FILES.values()].sort()).toEqual(files.sort())
})

test.each(files)('%s is the TrueType font that its name says, whose licence is told', (file) => {
  const bytes = brotliDecompressSync(readFileSync(join(folder, file)))
  expect(bytes.readUInt32BE(0)).toBe(0x00010000)
  const font = create(bytes)
  const family = file.replace(/_.*/, '')
  expect(font.familyName.replaceAll(' ', '')).toContain(family)
  expect(readFileSync(join(folder, 'OFL.txt'), 'utf8')).toMatch(new RegExp(`^${family}: Copyright`, 'm'))
})
