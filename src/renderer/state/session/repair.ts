import { ask } from '../window/bridge.ts'
import { announce } from '../window/toasts.ts'

/** Puts back what is damaged or missing from the backups; null when that failed (and was shown). */
export async function repairFromBackups(): Promise<{ restored: string[]; left: string[] } | null> {
  const repair = await ask('backup.repair', {})
  if (repair) announce(`${repair.restored.length} files were put back, ${repair.left.length} could not be.`)
  return repair
}
