import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { DossierError } from '../../shared/api/errors.ts'
import { Document } from './document.ts'
import { DurableJson, ensureFolder } from './durable.ts'

const Device = z.object({ id: z.uuid() })

/** The name under which this device writes logs: random, made once, kept in the program's own folder. */
export async function deviceId(userData: string): Promise<string> {
  const path = join(userData, 'device.json')
  try {
    return (await Document.read(new DurableJson(path, Device), 'the name of this device')).data.id
  } catch (error) {
    // A lost or damaged name only means that this device starts another log.
    if (!(error instanceof DossierError) || (error.code !== 'not-found' && error.code !== 'damaged')) throw error
  }
  await ensureFolder(userData)
  return (await Document.create(new DurableJson(path, Device), { id: randomUUID() }, 'the name of this device')).data.id
}
