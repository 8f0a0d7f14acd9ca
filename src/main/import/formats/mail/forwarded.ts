import { oneLine, withoutQuoteMarks } from '../../extracted/wording.ts'
import { readMailDate } from './date.ts'

/** What mail programs call the fields above a forwarded message, by language. */
const FIELDS = {
  from: 'from|von|de|da|van|från|fra|lähettäjä|od|от|от кого|відправник|від|από|gönderen|kimden|feladó|差出人|发件人|寄件者|보낸 사람|من|מאת|ส่งจาก',
  sent: 'sent|date|gesendet|datum|envoyé|date d’envoi|enviado|enviado el|fecha|inviato|data|verzonden|skickat|sendt|dato|lähetetty|päivämäärä|wysłano|odesláno|отправлено|дата|надіслано|ημερομηνία|εστάλη|tarih|gönderildi|elküldve|dátum|送信日時|日付|发送时间|日期|寄件日期|날짜|التاريخ|תאריך|วันที่',
  to: 'to|an|à|a|para|aan|till|til|vastaanottaja|do|komu|кому|προς|kime|alıcı|címzett|宛先|收件人|收件者|받는 사람|إلى|אל|ถึง',
  subject:
    'subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|předmět|тема|θέμα|konu|tárgy|件名|主题|主旨|제목|الموضوع|נושא|เรื่อง',
  other:
    'cc|bcc|kopie|copie|cópia|copia|kopia|kopi|копия|копія|κοιν|bilgi|reply-to|antwort an|répondre à|responder a|rispondi a|抄送|副本|참조'
} as const
type Field = keyof typeof FIELDS

const NAMED = Object.entries(FIELDS).map(
  ([field, names]) =>
    [field as Field, new RegExp(`^\\s*\\*{0,2}(?:${names})\\s?\\*{0,2}[:：]\\*{0,2}(?:\\s|$)`, 'iu')] as const
)
const BETWEEN =
  /^\s*(?:[-_=]{2,}\s*(?:forwarded (?:message|by .*)|original message|original-nachricht|ursprüngliche nachricht|weitergeleitete nachricht|message (?:d['’]origine|original|transféré|réexpédié)|mensaje (?:original|reenviado)|mensagem (?:original|encaminhada)|messaggio (?:originale|inoltrato)|oorspronkelijk bericht|doorgestuurd bericht|ursprungligt meddelande|vidarebefordrat (?:brev|meddelande)|oprindelig meddelelse|videresendt (?:meddelelse|melding)|wiadomość oryginalna|przekazana wiadomość|původní zpráva|исходное сообщение|пересылаемое сообщение|переслане повідомлення|転送メッセージ|原始邮件|转发的邮件|전달된 메시지)\s*[-_=]{2,}|(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:transféré|réexpédié)|inicio del mensaje reenviado|início da mensagem (?:encaminhada|reencaminhada)|inizio messaggio inoltrato|begin doorgestuurd bericht|vidarebefordrat brev|start på videresendt besked|начало переадресованного сообщения|転送されたメッセージ|下面是被转发的邮件)\s*[:：])\s*$/iu

/** Longer lines are text. */
const LONGEST = 160

/** True for the line that parts a message from the one that it forwards or answers. */
export function isForwardingLine(line: string): boolean {
  return line.length <= LONGEST && BETWEEN.test(line)
}

/** The field that a line of a forwarded message's head has; null for other lines. */
export function forwardedField(line: string): Field | null {
  return NAMED.find(([, pattern]) => pattern.test(line))?.[0] ?? null
}

/** What the head of the first forwarded message says. */
export interface ForwardedHead {
  from: string | null
  subject: string | null
  /** ISO 8601. */
  sent: string | null
}

/** The head of the first message in a mail's text that was forwarded or answered with its head; null when there is none. */
export function forwardedHead(text: string): ForwardedHead | null {
  const lines = text.split('\n').map((line) => oneLine(withoutQuoteMarks(line).replace(/\*/g, '')))
  for (let at = 0; at < lines.length; at++) {
    const fields = new Map<Field, string>()
    let end = at
    for (; end < lines.length; end++) {
      const field = forwardedField(lines[end]!)
      if (field === null) break
      if (!fields.has(field)) fields.set(field, lines[end]!.replace(/^[^:：]*[:：]\s*/u, ''))
    }
    const isHead = fields.has('from') && (fields.has('subject') || fields.has('sent')) && fields.size > 2
    if (isHead) {
      const sent = fields.get('sent')
      return {
        from: fields.get('from') ?? null,
        subject: fields.get('subject') ?? null,
        sent: sent === undefined ? null : readMailDate(sent)
      }
    }
    at = Math.max(at, end - 1)
  }
  return null
}
