import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { TEMPLATES } from '../../shared/brief/templates.ts'
import { OwnTemplates } from './own-templates.ts'

let folder: string
let own: OwnTemplates
const template = { ...TEMPLATES[0]!, id: 'desk-1', name: 'Desk note' }

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'templates-'))
  own = new OwnTemplates(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('keeps a template in a file of its own, finds it beside those of the program, and removes it', async () => {
  await expect(own.list()).resolves.toEqual({ templates: [], unread: [] })
  await own.save(template)
  await expect(own.find('desk-1')).resolves.toEqual(template)
  await expect(own.find('case-brief')).resolves.toMatchObject({ name: 'Case brief' })
  await expect(own.find('none')).rejects.toMatchObject({ code: 'not-found' })
  await expect(own.save({ ...template, id: 'desk-2' })).rejects.toMatchObject({ code: 'bad-request' })
  expect(await readdir(join(folder, 'templates'))).toEqual(['desk-1.json'])
  await own.remove('desk-1')
  await expect(own.list()).resolves.toEqual({ templates: [], unread: [] })
  await expect(own.remove('desk-1')).rejects.toMatchObject({ code: 'not-found' })
})

it('tells of a file that is no template, and leaves it as it is', async () => {
  await own.save(template)
  const path = join(folder, 'templates', 'desk-2.json')
  for (const text of ['{', '{"schema":2}', JSON.stringify({ schema: 1, template })]) {
    await writeFile(path, text)
    const { templates, unread } = await own.list()
    expect(templates).toEqual([template])
    expect(unread.map(({ file }) => file)).toEqual(['desk-2.json'])
    expect(await readFile(path, 'utf8')).toBe(text)
  }
})
