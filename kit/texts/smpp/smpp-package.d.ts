/** The part of the package `smpp` that is used here; it has no types of its own. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server } from 'node:net';

  export type ShortMessage = { udh?: Buffer | Buffer[]; message: string | Buffer };

  export interface PDU {
    command: string;
    command_status: number;
    sequence_number: number;
    system_id: string;
    password: string;
    source_addr: string;
    source_addr_ton: number;
    destination_addr: string;
    dest_addr_ton: number;
    esm_class: number;
    data_coding: number;
    registered_delivery: number;
    /** Missing in a data_sm, whose text is always a parameter. */
    short_message?: ShortMessage;
    message_payload?: ShortMessage;
    message_id: string;
    receipted_message_id?: string | Buffer;
    message_state?: number;
    sar_msg_ref_num?: number;
    sar_total_segments?: number;
    sar_segment_seqnum?: number;
    response(fields?: Record<string, unknown>): PDU;
  }

  export interface Session extends EventEmitter {
    send(pdu: PDU, responded?: (pdu: PDU) => void): boolean;
    bind_transceiver(fields: Record<string, unknown>, responded: (pdu: PDU) => void): boolean;
    submit_sm(fields: Record<string, unknown>, responded: (pdu: PDU) => void): boolean;
    deliver_sm(fields: Record<string, unknown>, responded: (pdu: PDU) => void): boolean;
    data_sm(fields: Record<string, unknown>, responded: (pdu: PDU) => void): boolean;
    enquire_link(responded: (pdu: PDU) => void): boolean;
    unbind(responded?: () => void): boolean;
    pause(): void;
    resume(): void;
    close(closed?: () => void): void;
    destroy(): void;
  }

  export type SmppServer = Server & { sessions: Session[] };

  const smpp: {
    connect(options: { url: string }): Session;
    createServer(options: Record<string, unknown>, onSession: (session: Session) => void): SmppServer;
    ESME_ROK: number;
    ESME_RSYSERR: number;
    ESME_RINVSRCADR: number;
    ESME_RINVDSTADR: number;
    ESME_RBINDFAIL: number;
    ESME_RINVBNDSTS: number;
    ESME_RMSGQFUL: number;
    ESME_RTHROTTLED: number;
    ESME_RX_T_APPN: number;
  };
  export default smpp;
}
