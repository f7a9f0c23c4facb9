/** A mail as npm's mailparser reads it, as much of it as is asked for here. */
export interface ReadMail {
  subject: string;
  text: string;
  html: string;
  to: { text: string };
  attachments: { contentType: string; contentDisposition?: string; content: Buffer }[];
}

export interface OpenSmtpd {
  port: number;
  mailbox: string;
  mails: () => Promise<ReadMail[]>;
  stop: () => void;
}

export function eventually<T>(look: () => Promise<T | undefined> | T | undefined, seconds?: number): Promise<T>;
export function startOpenSmtpd(port: number, recipients?: string): Promise<OpenSmtpd>;
