import type { Feature } from '../registry/feature.ts'
import { commands } from './commands.ts'
import { DecryptDialog, EncryptDialog, PassphraseDialog } from './encrypt-dialogs.tsx'
import { UnlockDialog } from './unlock-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    encrypt: object
    passphrase: object
    decrypt: object
  }
}

export const encryptionFeature = {
  commands,
  dialogs: { unlock: UnlockDialog, encrypt: EncryptDialog, passphrase: PassphraseDialog, decrypt: DecryptDialog }
} satisfies Feature
