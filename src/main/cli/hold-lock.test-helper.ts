/** A program that holds the right to write a case until it's killed. Arguments: the user's data, the case's id. */
import { takeLock } from '../store/lock.ts'

const [userData, id] = process.argv.slice(2) as [string, string]
const answer = await takeLock(userData, id, { program: 'a window of Dossier', now: new Date() })
process.stdout.write(answer.lock ? 'held\n' : 'refused\n')
setInterval(() => undefined, 1000)
