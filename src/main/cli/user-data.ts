import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { BackupRule, USUAL_BACKUPS } from '../../shared/case/backup.ts'
import { parseJson, readIfThere } from './read-file.ts'

/** The folder that the desktop app uses for its settings and locks, so that both see the same lock. */
export function userDataFolder(): string {
  const { env, platform } = process
  if (env['DOSSIER_USER_DATA']) return env['DOSSIER_USER_DATA']
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Dossier')
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Dossier')
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Dossier')
}

/** The rule for backups that is set in the desktop app's preferences; the usual one where there is none. */
export async function backupRule(userData: string): Promise<BackupRule> {
  const text = await readIfThere(join(userData, 'preferences.json'))
  const preferences = z.object({ backups: BackupRule }).safeParse(parseJson(text ?? ''))
  return preferences.data?.backups ?? USUAL_BACKUPS
}
