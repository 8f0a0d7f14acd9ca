import { constants } from 'node:fs'
import { access, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { DossierError } from '../../../shared/errors/errors.ts'
import { refuseInCase } from '../../store/enclosing-case.ts'
import { ifThere, storageError } from '../../base/durable.ts'

const KEPT = 'Nothing was written.'

/**
 * Refuses files that can't be written where they are wanted, before any of them is made: their folders are there and can be written, none
 * of them is a folder or a device itself, lies in the folder of a case, or is meant twice.
 * @throws DossierError `bad-request`, `not-found`, or a storage failure
 */
export async function checkTargets(paths: readonly string[], openCase: string): Promise<void> {
  const places = new Set<string>()
  for (const path of paths) {
    await refuseInCase(path, openCase)
    const place = await placeOf(path)
    if (places.has(place))
      throw new DossierError('bad-request', `Two exports can’t be written to one file, “${basename(path)}”. ${KEPT}`)
    places.add(place)
  }
}

async function placeOf(path: string): Promise<string> {
  const name = basename(path)
  const folder = dirname(path)
  try {
    const around = await ifThere(stat(folder))
    if (!around?.isDirectory())
      throw new DossierError(
        'not-found',
        `There is no folder “${folder}”, so “${name}” can’t be written. ${KEPT} Make it, or choose another one.`
      )
    await access(folder, constants.W_OK | constants.X_OK)
    const there = await ifThere(stat(path))
    if (there && !there.isFile() && !there.isDirectory())
      throw new DossierError(
        'bad-request',
        `“${name}” is a device or a pipe, which a file would take the place of. ${KEPT} Choose another name.`
      )
    if (there?.isDirectory())
      throw new DossierError('bad-request', `“${name}” is a folder, so no file can have its name. ${KEPT}`)
    return join(await realpath(folder), name)
  } catch (error) {
    throw storageError(error, `“${name}”`, KEPT)
  }
}
