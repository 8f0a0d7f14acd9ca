import { count } from '../ui/format.ts'
import './repair-report.css'

/** What was put back from the backups, and what is in none of them. */
export function RepairReport({ repair: { restored, left } }: { repair: { restored: string[]; left: string[] } }) {
  return (
    <div className="repair" role="status">
      {restored.length === 0 && left.length === 0 && (
        <p className="good">✓ No original or text is damaged: nothing had to be put back.</p>
      )}
      {restored.length > 0 && (
        <p className="good">
          ✓ {count(restored.length, 'file')} put back, byte for byte as imported. What stood there is kept in the case’s
          quarantine folder.
        </p>
      )}
      {left.map((sentence) => (
        <p key={sentence} className="failure">
          {sentence}
        </p>
      ))}
    </div>
  )
}
