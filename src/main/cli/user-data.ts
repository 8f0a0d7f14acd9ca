import { homedir } from 'node:os'
import { join } from 'node:path'

/** The folder that the desktop app uses for its settings and locks, so that both see the same lock. */
export function userDataFolder(): string {
  const { env, platform } = process
  if (env['DOSSIER_USER_DATA']) return env['DOSSIER_USER_DATA']
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Dossier')
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Dossier')
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Dossier')
}
