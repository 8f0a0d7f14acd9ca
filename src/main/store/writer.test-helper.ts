/**
 * A program that opens a case, edits it, closes it, and tells each edit that was acknowledged: `done <place in the list>`.
 * Arguments: path of the case, the user's data, the edits as JSON, a system call, how often to make that call beforehand.
 */
import { writeSync } from 'node:fs'
import { mkdir, open, link, rename, rmdir, unlink } from 'node:fs/promises'
import { CaseStore } from './case-store.ts'
import { perform, type Edit } from './edits.test-helper.ts'

const [path, userData, edits, call, times] = process.argv.slice(2) as [string, string, string, string, string]
const NOWHERE = '/dev/null/nowhere'

/** Calls that reach the system and change nothing: all but opening, closing and writing are refused. */
async function callInVain(name: string): Promise<void> {
  const handle = await open('/dev/null', 'r+')
  try {
    if (name.startsWith('rename')) await rename(NOWHERE, NOWHERE)
    else if (name.startsWith('link')) await link(NOWHERE, NOWHERE)
    else if (name.startsWith('unlink')) await unlink(NOWHERE)
    else if (name.startsWith('mkdir')) await mkdir(NOWHERE)
    else if (name === 'rmdir') await rmdir(NOWHERE)
    else if (name === 'pwrite64') await handle.write(new Uint8Array(1), 0, 1, 0)
    else if (name === 'fsync') await handle.sync()
    else if (name === 'fdatasync') await handle.datasync()
    else if (name === 'ftruncate') await handle.truncate(0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  } finally {
    await handle.close()
  }
}

for (let n = 0; n < Number(times); n++) await callInVain(call)
const store = await CaseStore.open(path, { userData, now: () => new Date('2031-03-12T09:00:00Z') })
for (const [i, edit] of (JSON.parse(edits) as Edit[]).entries()) {
  await perform(store, edit)
  writeSync(1, `done ${i}\n`)
}
await store.close()
