import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { DossierError } from '../../shared/errors/errors.ts'
import { Document } from './document.ts'
import { DurableJson, ensureFolder } from '../base/durable.ts'

const Device = z.object({ id: z.uuid() })
type Device = z.infer<typeof Device>

const NAME = 'the name of this device'

/** The name under which this device writes logs: random, made once, kept in the program's own folder. */
export async function deviceId(userData: string): Promise<string> {
  const known = await knownDeviceId(userData)
  if (known !== null) return known
  await ensureFolder(userData)
  return (await Document.create(adapterAt(userData), { id: randomUUID() }, NAME)).data.id
}

/** The name of this device; null when it has none yet. Nothing is written: for who only reads. */
export async function knownDeviceId(userData: string): Promise<string | null> {
  try {
    return (await Document.read(adapterAt(userData), NAME)).data.id
  } catch (error) {
    // A lost or damaged name only means that this device starts another log.
    if (!(error instanceof DossierError) || (error.code !== 'not-found' && error.code !== 'damaged')) throw error
    return null
  }
}

function adapterAt(userData: string): DurableJson<Device> {
  return new DurableJson(join(userData, 'device.json'), Device)
}
