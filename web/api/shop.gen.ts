// Made by `npm run schema` from the server's OpenAPI document.
export interface paths {
    "/v1/business": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what the business says of itself, and which versions of its documents are in force */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            business?: {
                                version: number;
                                name_ko: string;
                                name_en: string;
                                representative: string;
                                registration_number: string;
                                mail_order_number: string | null;
                                address_ko: string;
                                address_en: string;
                                telephone: string;
                                /** Format: email */
                                email: string;
                                hours_ko: string | null;
                                hours_en: string | null;
                                privacy_officer: string | null;
                                colour: string | null;
                                logo_id: string | null;
                                /** @description VAT that is part of the price, in hundredths of a percent; 0 where only what is bought with a certificate is taxed. */
                                vat_bp: number;
                                /** Format: date-time */
                                published_at: string;
                            };
                            documents: {
                                /** @enum {unknown} */
                                document: "terms" | "privacy" | "marketing" | "faq";
                                version: number;
                                /** Format: date-time */
                                in_force_at: string;
                            }[];
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a document, in the version that is in force or another */
        get: {
            parameters: {
                query?: {
                    version?: number;
                };
                header?: never;
                path: {
                    document: "terms" | "privacy" | "marketing" | "faq";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {unknown} */
                            document: "terms" | "privacy" | "marketing" | "faq";
                            version: number;
                            /** Format: date-time */
                            in_force_at: string;
                            text_ko: string;
                            text_en: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                404: components["responses"]["document_not_found"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get balances by phone number and PIN, and a code where `code_required` asked for one */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @description A PIN; spaces, hyphens and full-width digits are understood. */
                        pin: string;
                        /** @description A one-time code; spaces, hyphens and full-width digits are understood, and the text in which it was sent. */
                        code?: string;
                        request_id?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            certificates: {
                                /** Format: uuid */
                                certificate_id: string;
                                buyer_name: string;
                                recipient_name: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                balance_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                last4: string;
                                issued: boolean;
                                /** Format: date-time */
                                expires_at: string;
                                /** @enum {unknown} */
                                state?: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "code_required" | "pin_or_phone_wrong";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                /** @description Gone */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "verification_code_expired" | "certificate_expired";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "phone_number_invalid" | "pin_not_digits" | "pin_wrong_length" | "code_not_digits" | "verification_code_wrong";
                        };
                    };
                };
                423: components["responses"]["certificate_frozen"];
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unlock-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a code for a new PIN to the phone; the response is the same if it has no certificate */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @enum {unknown} */
                        locale: "ko" | "en" | "ja" | "zh";
                        /** @enum {unknown} */
                        by?: "text" | "call";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            request_id: string;
                            expires_in_minutes: number;
                            /** @enum {unknown} */
                            sent_by: "text" | "call";
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["phone_number_invalid"];
                /** @description Too Many Requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "rate_limited" | "code_limit_reached";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/opening-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the code that `code_required` asks for to the phone; the response is the same if it has no certificate */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @enum {unknown} */
                        locale: "ko" | "en" | "ja" | "zh";
                        /** @enum {unknown} */
                        by?: "text" | "call";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            request_id: string;
                            expires_in_minutes: number;
                            /** @enum {unknown} */
                            sent_by: "text" | "call";
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["phone_number_invalid"];
                /** @description Too Many Requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "rate_limited" | "code_limit_reached";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unlocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unlock with the code, optionally choosing a new PIN */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A phone number in any common form. */
                        phone: string;
                        request_id: string;
                        /** @description A one-time code; spaces, hyphens and full-width digits are understood, and the text in which it was sent. */
                        code: string;
                        /** @description A PIN; spaces, hyphens and full-width digits are understood. */
                        new_pin?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            unlocked: number;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "number_recycled" | "sim_changed";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                410: components["responses"]["verification_code_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "phone_number_invalid" | "code_not_digits" | "verification_code_wrong" | "pin_not_digits" | "pin_wrong_length" | "pin_repeated" | "pin_sequence" | "pin_contains_phone" | "pin_common";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "number_not_checked" | "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start an online payment from one or more certificates: the value is held and a code is sent to the phone */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The IP address of the web shop’s customer, or a pseudonym that stays the same for a customer. Guesses at PINs are then limited per customer, otherwise only for the web shop as a whole. */
                    "seonmul-customer"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @description A PIN; spaces, hyphens and full-width digits are understood. */
                        pin: string;
                        /** @description A one-time code; spaces, hyphens and full-width digits are understood, and the text in which it was sent. */
                        code?: string;
                        request_id?: string;
                        /**
                         * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                         * @example 50000
                         */
                        amount_minor: number;
                        /**
                         * @description ISO 4217 currency code.
                         * @example KRW
                         */
                        currency: string;
                        order_reference: string;
                        /** @description Whether the certificates may cover only part of the amount. */
                        part_allowed?: boolean;
                        /** @enum {unknown} */
                        locale: "ko" | "en" | "ja" | "zh";
                        /** @enum {unknown} */
                        by?: "text" | "call";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            checkout_id: string;
                            /** Format: date-time */
                            expires_at: string;
                            /** @enum {unknown} */
                            sent_by: "text" | "call";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            left_over_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            parts: {
                                /** Format: uuid */
                                hold_id: string;
                                /** Format: uuid */
                                certificate_id: string;
                                last4: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired" | "code_required" | "pin_or_phone_wrong";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                404: components["responses"]["certificate_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "certificate_not_active";
                        };
                    };
                };
                /** @description Gone */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "verification_code_expired" | "certificate_expired";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "phone_number_invalid" | "pin_not_digits" | "pin_wrong_length" | "code_not_digits" | "verification_code_wrong" | "insufficient_balance";
                        };
                    };
                };
                423: components["responses"]["certificate_frozen"];
                /** @description Too Many Requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "rate_limited" | "code_limit_reached";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkout-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the code that `code_required` asks for to the customer’s phone; the response is the same if it has no certificate */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The IP address of the web shop’s customer, or a pseudonym that stays the same for a customer. Guesses at PINs are then limited per customer, otherwise only for the web shop as a whole. */
                    "seonmul-customer"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @enum {unknown} */
                        locale: "ko" | "en" | "ja" | "zh";
                        /** @enum {unknown} */
                        by?: "text" | "call";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            request_id: string;
                            expires_in_minutes: number;
                            /** @enum {unknown} */
                            sent_by: "text" | "call";
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["phone_number_invalid"];
                /** @description Too Many Requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "rate_limited" | "code_limit_reached";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkouts/{checkout_id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm with the code from the phone; captures the hold */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    checkout_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A one-time code; spaces, hyphens and full-width digits are understood, and the text in which it was sent. */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            checkout_id: string;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            parts: {
                                /** Format: uuid */
                                hold_id: string;
                                /** Format: uuid */
                                redemption_id: string;
                                /** Format: uuid */
                                certificate_id: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                balance_minor: number;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                404: components["responses"]["hold_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state";
                        };
                    };
                };
                410: components["responses"]["hold_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "code_not_digits" | "verification_code_wrong" | "insufficient_balance";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign up; a code is sent to the phone, and the response is the same for an existing member */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A name in any script; line ends, links and phone numbers are refused. */
                        name: string;
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @description An email address; its part before the @ must be ASCII. */
                        email?: string;
                        /** @enum {unknown} */
                        locale: "ko" | "en" | "ja" | "zh";
                        /** @enum {unknown} */
                        by?: "text" | "call";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            registration_id: string;
                            /** Format: date-time */
                            expires_at: string;
                            /** @enum {unknown} */
                            sent_by: "text" | "call";
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "name_invalid" | "phone_number_invalid" | "email_invalid" | "country_not_served";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{registration_id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete sign-up with the code from the phone */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    registration_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A one-time code; spaces, hyphens and full-width digits are understood, and the text in which it was sent. */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            member_id: string;
                            member_no: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "member_exists";
                        };
                    };
                };
                410: components["responses"]["verification_code_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "code_not_digits" | "verification_code_wrong";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/member-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a login code to the phone; the response is the same if it is not a member’s */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @enum {unknown} */
                        locale: "ko" | "en" | "ja" | "zh";
                        /** @enum {unknown} */
                        by?: "text" | "call";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            request_id: string;
                            expires_in_minutes: number;
                            /** @enum {unknown} */
                            sent_by: "text" | "call";
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["phone_number_invalid"];
                /** @description Too Many Requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "rate_limited" | "code_limit_reached";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/member-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in with the code from the phone */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A phone number in any common form. */
                        phone: string;
                        request_id: string;
                        /** @description A one-time code; spaces, hyphens and full-width digits are understood, and the text in which it was sent. */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            session_token: string;
                            /** Format: date-time */
                            expires_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                410: components["responses"]["verification_code_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "phone_number_invalid" | "code_not_digits" | "verification_code_wrong";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/member-sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Log out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ended: boolean;
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get my profile at the shop */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            member_id: string;
                            member_no: string;
                            name: string;
                            phone: string;
                            email: string | null;
                            /** @enum {unknown} */
                            locale: "ko" | "en" | "ja" | "zh";
                            /** Format: date-time */
                            joined_at: string;
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                404: components["responses"]["member_not_found"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Leave the shop: name, phone and email address are erased; certificates can still be used by phone and PIN */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            left: boolean;
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                404: components["responses"]["member_not_found"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Update name, email address (null removes it) or language */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A name in any script; line ends, links and phone numbers are refused. */
                        name?: string;
                        email?: string | null;
                        /** @enum {unknown} */
                        locale?: "ko" | "en" | "ja" | "zh";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            member_id: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                404: components["responses"]["member_not_found"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "name_invalid" | "email_invalid";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/members/me/phone-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start changing the phone number; a code is sent to the new one */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @enum {unknown} */
                        by?: "text" | "call";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            expires_in_minutes: number;
                            /** @enum {unknown} */
                            sent_by: "text" | "call";
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                404: components["responses"]["member_not_found"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "phone_number_invalid" | "country_not_served";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/me/phone-changes/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify the new phone number with the code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A one-time code; spaces, hyphens and full-width digits are understood, and the text in which it was sent. */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            member_id: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                404: components["responses"]["member_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "member_exists";
                        };
                    };
                };
                410: components["responses"]["verification_code_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "code_not_digits" | "verification_code_wrong";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terminals/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enrol a device with a one-time code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A one-time code; spaces, hyphens and full-width digits are understood, and the text in which it was sent. */
                        code: string;
                        public_jwk: {
                            /** @enum {string} */
                            kty: "EC";
                            /** @enum {string} */
                            crv: "P-256";
                            x: string;
                            y: string;
                        } | {
                            /** @enum {string} */
                            kty: "OKP";
                            /** @enum {string} */
                            crv: "Ed25519";
                            x: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            terminal_id: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "code_not_digits" | "enrolment_code_wrong";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terminals/{terminal_id}/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get the challenge a device signs */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    terminal_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            challenge: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terminal-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in with the device’s signature over `seonmul-terminal:<challenge>` */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        terminal_id: string;
                        challenge: string;
                        signature: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            session_token: string;
                            /** Format: date-time */
                            expires_at: string;
                            store_name: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                401: components["responses"]["terminal_unknown"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/text-providers/{provider}/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive reports on texts, and texts from phones, from a provider */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    provider: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As the provider expects it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                401: components["responses"]["signature_invalid"];
                404: components["responses"]["not_found"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "service_unavailable" | "restoring";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holder-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in with phone number and PIN, and a code where `code_required` asked for one; the session lasts a few minutes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @description A PIN; spaces, hyphens and full-width digits are understood. */
                        pin: string;
                        /** @description A one-time code; spaces, hyphens and full-width digits are understood, and the text in which it was sent. */
                        code?: string;
                        request_id?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            session_token: string;
                            /** Format: date-time */
                            expires_at: string;
                            certificates: {
                                /** Format: uuid */
                                certificate_id: string;
                                buyer_name: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                balance_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                last4: string;
                                /** Format: date-time */
                                expires_at: string;
                                /** @enum {unknown} */
                                state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                                actions: ("show_code" | "extend" | "hand_over")[];
                                extendable_to: string | null;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "code_required" | "pin_or_phone_wrong" | "verification_expired";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                /** @description Gone */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "verification_code_expired" | "certificate_expired";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "phone_number_invalid" | "pin_not_digits" | "pin_wrong_length" | "code_not_digits" | "verification_code_wrong";
                        };
                    };
                };
                423: components["responses"]["certificate_frozen"];
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holder/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the certificates of the session with their sum, and where they can be used */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            certificates: {
                                /** Format: uuid */
                                certificate_id: string;
                                buyer_name: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                balance_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                last4: string;
                                /** Format: date-time */
                                expires_at: string;
                                /** @enum {unknown} */
                                state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                                actions: ("show_code" | "extend" | "hand_over")[];
                                extendable_to: string | null;
                            }[];
                            totals: {
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                amount_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                            }[];
                            under_other_pins: number;
                            stores: {
                                /** Format: uuid */
                                store_id: string;
                                name_ko: string;
                                name_en: string;
                                district: string | null;
                                address: string | null;
                                opening_hours: string | null;
                                phone: string | null;
                                district_en: string | null;
                                address_en: string | null;
                                opening_hours_en: string | null;
                                map_url: string | null;
                            }[];
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired" | "verification_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holder/certificates/{certificate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a certificate with its history, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            certificate_id: string;
                            buyer_name: string;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            balance_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            last4: string;
                            /** Format: date-time */
                            expires_at: string;
                            /** @enum {unknown} */
                            state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            actions: ("show_code" | "extend" | "hand_over")[];
                            extendable_to: string | null;
                            entries: {
                                /** @enum {unknown} */
                                kind: "registered" | "redeemed" | "reversed" | "refunded" | "expired" | "extended" | "handed_over" | "opened_by_clerk" | "frozen" | "unfrozen" | "locked" | "unlocked";
                                delta_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                after_minor: number;
                                store: {
                                    name_ko: string;
                                    name_en: string;
                                } | null;
                                /** Format: date-time */
                                at: string;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired" | "verification_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                404: components["responses"]["certificate_not_found"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holder/certificates/{certificate_id}/number": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the full number, which the barcode (Code 128) and QR code contain; request it only to show it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            certificate_number: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired" | "verification_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                404: components["responses"]["certificate_not_found"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holder/certificates/{certificate_id}/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Extend a certificate by three months, up to five years from purchase */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            extension_id: string;
                            /** Format: uuid */
                            certificate_id: string;
                            /** Format: date-time */
                            expires_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired" | "verification_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                404: components["responses"]["certificate_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "certificate_not_active" | "extension_not_allowed";
                        };
                    };
                };
                422: components["responses"]["idempotency_key_reused"];
                423: components["responses"]["certificate_frozen"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holder/certificates/{certificate_id}/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to hand a certificate over to another phone; a code is told to its holder’s own phone */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @enum {unknown} */
                        locale: "ko" | "en" | "ja" | "zh";
                        /** @enum {unknown} */
                        by?: "text" | "call";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            hand_over_id: string;
                            /** Format: uuid */
                            certificate_id: string;
                            /** Format: date-time */
                            expires_at: string;
                            /** @enum {unknown} */
                            sent_by: "text" | "call";
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired" | "verification_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "number_recycled" | "sim_changed";
                        };
                    };
                };
                404: components["responses"]["certificate_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "certificate_not_active" | "hand_over_not_allowed";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "phone_number_invalid";
                        };
                    };
                };
                423: components["responses"]["certificate_frozen"];
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "number_not_checked" | "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holder/certificates/{certificate_id}/hand-overs/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on with a hand-over by the code that its holder was told; the other phone is told a code of its own */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A one-time code; spaces, hyphens and full-width digits are understood, and the text in which it was sent. */
                        code: string;
                        /** @enum {unknown} */
                        locale: "ko" | "en" | "ja" | "zh";
                        /** @enum {unknown} */
                        by?: "text" | "call";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            hand_over_id: string;
                            /** Format: uuid */
                            certificate_id: string;
                            /** Format: date-time */
                            expires_at: string;
                            /** @enum {unknown} */
                            sent_by: "text" | "call";
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired" | "verification_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "certificate_not_found" | "hand_over_not_found";
                        };
                    };
                };
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "certificate_not_active" | "hand_over_not_allowed";
                        };
                    };
                };
                410: components["responses"]["verification_code_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "code_not_digits" | "verification_code_wrong";
                        };
                    };
                };
                423: components["responses"]["certificate_frozen"];
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holder/certificates/{certificate_id}/hand-overs/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a hand-over before it is accepted */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            withdrawn: boolean;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired" | "verification_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "certificate_not_found" | "hand_over_not_found";
                        };
                    };
                };
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "certificate_not_active";
                        };
                    };
                };
                422: components["responses"]["idempotency_key_reused"];
                423: components["responses"]["certificate_frozen"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hand-overs/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a hand-over with the code sent to this phone, and choose a PIN */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @description A one-time code; spaces, hyphens and full-width digits are understood, and the text in which it was sent. */
                        code: string;
                        /** @description A name in any script; line ends, links and phone numbers are refused. */
                        name: string;
                        /** @description A PIN; spaces, hyphens and full-width digits are understood. */
                        new_pin: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            certificates: {
                                /** Format: uuid */
                                certificate_id: string;
                                last4: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                balance_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                /** Format: date-time */
                                expires_at: string;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                404: components["responses"]["hand_over_not_found"];
                409: components["responses"]["request_in_progress"];
                410: components["responses"]["verification_code_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "phone_number_invalid" | "code_not_digits" | "verification_code_wrong" | "name_invalid" | "pin_not_digits" | "pin_wrong_length" | "pin_repeated" | "pin_sequence" | "pin_contains_phone" | "pin_common";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify phone number (or scanned certificate number) and PIN, and get the certificates they open (Receipt 4-6) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @description A PIN; spaces, hyphens and full-width digits are understood. */
                        pin: string;
                    } | {
                        /** @description A certificate number in any groups. */
                        certificate_number: string;
                        /** @description A PIN; spaces, hyphens and full-width digits are understood. */
                        pin: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            verification_token: string;
                            /** Format: date-time */
                            expires_at: string;
                            certificates: {
                                /** Format: uuid */
                                certificate_id: string;
                                buyer_name: string;
                                recipient_name: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                balance_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                last4: string;
                                issued: boolean;
                                /** Format: date-time */
                                expires_at: string;
                                /** @enum {unknown} */
                                state?: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            }[];
                            frozen?: string[];
                            shut?: {
                                last4: string;
                                /** @enum {unknown} */
                                state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired" | "pin_or_phone_wrong";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                409: components["responses"]["request_in_progress"];
                410: components["responses"]["certificate_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "phone_number_invalid" | "certificate_number_invalid" | "pin_not_digits" | "pin_wrong_length";
                        };
                    };
                };
                /** @description Locked */
                423: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "certificate_locked" | "certificate_frozen";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue a certificate; later times are counted as reprints (Receipt 7-8) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        verification_token: string;
                        /** Format: uuid */
                        certificate_id: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            issue_id: string;
                            /** Format: uuid */
                            certificate_id: string;
                            print_no: number;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired" | "verification_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                404: components["responses"]["certificate_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "certificate_not_active";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue_id}/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the printout, for ten minutes after issue */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    issue_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            certificate_number: string;
                            shop_name: string;
                            store_name: string;
                            buyer_name: string;
                            recipient_name: string;
                            print_no: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            balance_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            /** Format: date-time */
                            expires_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                404: components["responses"]["certificate_not_found"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List redemptions in this terminal’s store, newest first, or those of a sale by its reference */
        get: {
            parameters: {
                query: {
                    sale_reference?: string;
                    before?: string;
                    limit: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            redemptions: {
                                /** Format: uuid */
                                redemption_id: string;
                                /** Format: uuid */
                                certificate_id: string;
                                last4: string;
                                store_name_ko: string;
                                store_name_en: string;
                                /** @enum {unknown} */
                                channel: "store" | "online";
                                clerk_name: string | null;
                                sale_reference: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                reversed_minor: number;
                                reversals: {
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                     * @example 50000
                                     */
                                    amount_minor: number;
                                    /** Format: date-time */
                                    at: string;
                                    clerk_name: string | null;
                                    second_clerk_name: string | null;
                                    reason: ("wrong_amount" | "wrong_certificate" | "goods_returned" | "paid_otherwise" | "other") | null;
                                }[];
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                /** Format: date-time */
                                at: string;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        /** Redeem certificates, in full or in part, several in one sale, all or nothing (Receipt 9) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        verification_token: string;
                        sale_reference: string;
                        lines: {
                            /** Format: uuid */
                            certificate_id: string;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            sale_id: string;
                            sale_reference: string;
                            lines: {
                                /** Format: uuid */
                                redemption_id: string;
                                /** Format: uuid */
                                certificate_id: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                balance_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired" | "verification_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                404: components["responses"]["certificate_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "certificate_not_active";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "insufficient_balance";
                        };
                    };
                };
                423: components["responses"]["certificate_frozen"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terminal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get this terminal’s store and shop */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            terminal_id: string;
                            name: string;
                            store: {
                                name_ko: string;
                                name_en: string;
                            };
                            brand: {
                                name_ko: string;
                                name_en: string;
                            };
                            pin_digits: {
                                min: number;
                                max: number;
                            };
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            reversal_alone_max_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            cash_max_minor: number;
                            buying: {
                                management_url: string;
                                shop_id: string;
                            } | null;
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terminal/permits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get the shop’s statement that this terminal is in use, for a member’s log-in at management */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            permit: string;
                            /** Format: date-time */
                            expires_at: string;
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                404: components["responses"]["not_found"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issues/{issue_id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Text the holder a link to the certificate page */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    issue_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        locale: "ko" | "en" | "ja" | "zh";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            issue_id: string;
                            masked_phone: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                404: components["responses"]["certificate_not_found"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "phone_takes_no_texts";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/redemptions/{redemption_id}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reverse a redemption, in full or in part, in the store where it was made, by a signed-in clerk */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    redemption_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                         * @example 50000
                         */
                        amount_minor?: number;
                        /** @enum {unknown} */
                        reason?: "wrong_amount" | "wrong_certificate" | "goods_returned" | "paid_otherwise" | "other";
                        /** Format: uuid */
                        approval_id?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            reversal_id: string;
                            /** Format: uuid */
                            redemption_id: string;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            balance_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "clerk_required" | "second_person_needed";
                        };
                    };
                };
                404: components["responses"]["redemption_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "already_reversed" | "reversal_not_allowed";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/redemptions/{redemption_id}/sale-reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reverse all that is left of the sale that a redemption belongs to, on all of its certificates or on none */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    redemption_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        reason?: "wrong_amount" | "wrong_certificate" | "goods_returned" | "paid_otherwise" | "other";
                        /** Format: uuid */
                        approval_id?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            sale_id: string;
                            sale_reference: string;
                            reversals: {
                                /** Format: uuid */
                                reversal_id: string;
                                /** Format: uuid */
                                redemption_id: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                balance_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "clerk_required" | "second_person_needed";
                        };
                    };
                };
                404: components["responses"]["redemption_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "already_reversed" | "reversal_not_allowed";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/redemptions/{redemption_id}/reversal-approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A second clerk agrees, by PIN or badge, that this redemption’s sale is reversed at this terminal */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    redemption_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        clerk_number: number;
                        /** @description A PIN; spaces, hyphens and full-width digits are understood. */
                        pin: string;
                    } | {
                        badge: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            approval_id: string;
                            clerk_name: string;
                            /** Format: date-time */
                            expires_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "clerk_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "pin_not_digits" | "pin_wrong_length" | "pin_repeated" | "pin_sequence" | "pin_contains_phone" | "pin_common" | "clerk_pin_wrong" | "badge_unknown" | "clerk_pin_is_first" | "second_person_same";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/day-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get this terminal’s totals since a time, for the end-of-day report, and those of each clerk; with `until`, of a shift that has ended */
        get: {
            parameters: {
                query: {
                    since: string;
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            totals: {
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                uses: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                used_minor: number;
                                reversals: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                reversed_minor: number;
                                /** @description Gifts that were sold for cash. */
                                cash_taken: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                cash_taken_minor: number;
                                cash_returned: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                cash_returned_minor: number;
                            }[];
                            clerks: {
                                clerk_name: string | null;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                uses: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                used_minor: number;
                                reversals: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                reversed_minor: number;
                                /** @description Gifts that were sold for cash. */
                                cash_taken: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                cash_taken_minor: number;
                                cash_returned: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                cash_returned_minor: number;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terminal/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List this terminal’s open shift and its last ones, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            shifts: {
                                shift_no: number;
                                begun_at: string | null;
                                ended_at: string | null;
                                ended_by: string | null;
                            }[];
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        /** End this terminal’s shift; the next begins at once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            shift_no: number;
                            /** Format: date-time */
                            ended_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "clerk_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold value until the sale is final */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        verification_token: string;
                        /** Format: uuid */
                        certificate_id: string;
                        /**
                         * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                         * @example 50000
                         */
                        amount_minor: number;
                        sale_reference: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            hold_id: string;
                            /** Format: uuid */
                            certificate_id: string;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            /** Format: date-time */
                            expires_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired" | "verification_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                404: components["responses"]["certificate_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "certificate_not_active";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "insufficient_balance";
                        };
                    };
                };
                423: components["responses"]["certificate_frozen"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{hold_id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Capture a hold, in full or in part */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    hold_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                         * @example 50000
                         */
                        amount_minor?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            hold_id: string;
                            /** Format: uuid */
                            redemption_id: string;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            balance_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                404: components["responses"]["hold_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state";
                        };
                    };
                };
                410: components["responses"]["hold_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "insufficient_balance";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{hold_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release a hold */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    hold_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            hold_id: string;
                            /** @enum {unknown} */
                            state: "released" | "expired";
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                404: components["responses"]["hold_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state";
                        };
                    };
                };
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terminal/clerk-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign a clerk in by number and PIN or by badge, in place of whoever was signed in
         * @description With a first PIN, or to change their own, clerks send a `new_pin` as well.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        clerk_number: number;
                        /** @description A PIN; spaces, hyphens and full-width digits are understood. */
                        pin: string;
                        /** @description A PIN; spaces, hyphens and full-width digits are understood. */
                        new_pin?: string;
                    } | {
                        badge: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            clerk: {
                                /** Format: uuid */
                                clerk_id: string;
                                clerk_number: number;
                                name: string;
                            };
                            /** @description They are signed out when they have done nothing for so long. */
                            idle_minutes: number;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "pin_not_digits" | "pin_wrong_length" | "pin_repeated" | "pin_sequence" | "pin_contains_phone" | "pin_common" | "clerk_pin_wrong" | "badge_unknown" | "clerk_pin_is_first";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terminal/clerk-sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign the clerk out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ended: boolean;
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terminal/opening-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell the holder’s phone a code to say to the clerk */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @enum {unknown} */
                        locale: "ko" | "en" | "ja" | "zh";
                        /** @enum {unknown} */
                        by?: "text" | "call";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            request_id: string;
                            expires_in_minutes: number;
                            /** @enum {unknown} */
                            sent_by: "text" | "call";
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "clerk_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["phone_number_invalid"];
                /** @description Too Many Requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "rate_limited" | "code_limit_reached";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terminal/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a phone’s certificates without their PIN, by the holder’s code or document
         * @description It is recorded with the clerk’s name, and the holder is told. A document’s number is not asked for.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @description A one-time code; spaces, hyphens and full-width digits are understood, and the text in which it was sent. */
                        code: string;
                    } | {
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @enum {unknown} */
                        document: "resident_card" | "driving_licence" | "passport" | "foreigner_card";
                        /** @description A name in any script; line ends, links and phone numbers are refused. */
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            verification_token: string;
                            /** Format: date-time */
                            expires_at: string;
                            certificates: {
                                /** Format: uuid */
                                certificate_id: string;
                                buyer_name: string;
                                recipient_name: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                balance_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                last4: string;
                                issued: boolean;
                                /** Format: date-time */
                                expires_at: string;
                                /** @enum {unknown} */
                                state?: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            }[];
                            frozen?: string[];
                            shut?: {
                                last4: string;
                                /** @enum {unknown} */
                                state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "clerk_required";
                        };
                    };
                };
                404: components["responses"]["certificate_not_found"];
                409: components["responses"]["request_in_progress"];
                /** @description Gone */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "verification_code_expired" | "certificate_expired";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "phone_number_invalid" | "name_invalid" | "code_not_digits" | "verification_code_wrong" | "document_name_differs";
                        };
                    };
                };
                423: components["responses"]["certificate_frozen"];
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terminal/cash-payments/{order_id}/taking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A clerk says, by PIN or badge, that they have the cash for a gift that is bought here */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        clerk_number: number;
                        /** @description A PIN; spaces, hyphens and full-width digits are understood. */
                        pin: string;
                    } | {
                        badge: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            order_id: string;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            receipt_no: string;
                            clerk_name: string;
                            /** Format: date-time */
                            taken_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
                404: components["responses"]["payment_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "wrong_state" | "request_in_progress";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "pin_not_digits" | "pin_wrong_length" | "pin_repeated" | "pin_sequence" | "pin_contains_phone" | "pin_common" | "clerk_pin_wrong" | "badge_unknown" | "clerk_pin_is_first";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terminal/cash-to-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the cash that waits in this store for whoever paid it, the oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            owed: {
                                /** Format: uuid */
                                order_id: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                receipt_no: string;
                                /** Format: date-time */
                                paid_at: string;
                                buyer?: {
                                    masked_name: string;
                                    member_number_end: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "clerk_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terminal/cash-to-return/{order_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that the clerk who is signed in has given the cash back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        approval_id?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            order_id: string;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            /** Format: date-time */
                            returned_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "clerk_required" | "second_person_needed";
                        };
                    };
                };
                404: components["responses"]["payment_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terminal/cash-to-return/{order_id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A second clerk agrees, by PIN or badge, that so much cash is given back at this terminal */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        clerk_number: number;
                        /** @description A PIN; spaces, hyphens and full-width digits are understood. */
                        pin: string;
                    } | {
                        badge: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            approval_id: string;
                            clerk_name: string;
                            /** Format: date-time */
                            expires_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "clerk_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "pin_not_digits" | "pin_wrong_length" | "pin_repeated" | "pin_sequence" | "pin_contains_phone" | "pin_common" | "clerk_pin_wrong" | "badge_unknown" | "clerk_pin_is_first" | "second_person_same";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in as staff; the stage says whether a second factor is still needed. With a code, both steps at once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        login: string;
                        password: string;
                        /** @example 123 456 */
                        code?: string;
                        /** @description For this server’s own pages: keep the session in a cookie instead of returning its token. */
                        use_cookie?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            session_token?: string;
                            /** Format: date-time */
                            expires_at: string;
                            /**
                             * @description open; second_factor: a code or a passkey is still needed; enrolment: the role needs a second factor, and all one can do is add it.
                             * @enum {unknown}
                             */
                            stage: "second_factor" | "enrolment" | "open";
                            staff: {
                                /** Format: uuid */
                                staff_id: string;
                                login: string;
                                name: string;
                                /** @enum {unknown} */
                                role: "owner" | "clerk" | "auditor";
                            };
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                401: components["responses"]["credentials_wrong"];
                403: components["responses"]["second_factor_required"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["second_factor_code_invalid"];
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/passkey-challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get the challenge a device signs to log in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            challenge: string;
                            rpId: string;
                            /** @enum {string} */
                            userVerification: "required";
                            /** @description Milliseconds. */
                            timeout: number;
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/passkey-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in with a passkey, instead of the password or after it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        credential_id: string;
                        client_data: string;
                        authenticator_data: string;
                        signature: string;
                        /** @description For this server’s own pages: keep the session in a cookie instead of returning its token. */
                        use_cookie?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            session_token?: string;
                            /** Format: date-time */
                            expires_at: string;
                            /**
                             * @description open; second_factor: a code or a passkey is still needed; enrolment: the role needs a second factor, and all one can do is add it.
                             * @enum {unknown}
                             */
                            stage: "second_factor" | "enrolment" | "open";
                            staff: {
                                /** Format: uuid */
                                staff_id: string;
                                login: string;
                                name: string;
                                /** @enum {unknown} */
                                role: "owner" | "clerk" | "auditor";
                            };
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                401: components["responses"]["passkey_wrong"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/new-passwords": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a new password by the link of a reset */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            login: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                410: components["responses"]["reset_link_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["password_too_weak"];
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the logged-in staff member, and how far the log-in has come */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description open; second_factor: a code or a passkey is still needed; enrolment: the role needs a second factor, and all one can do is add it.
                             * @enum {unknown}
                             */
                            stage: "second_factor" | "enrolment" | "open";
                            staff: {
                                /** Format: uuid */
                                staff_id: string;
                                login: string;
                                name: string;
                                /** @enum {unknown} */
                                role: "owner" | "clerk" | "auditor";
                            };
                            second_factor: {
                                /** @description Whether the role needs a second factor. */
                                needed: boolean;
                                authenticator: boolean;
                                passkeys: number;
                                /** @description How many are left. */
                                recovery_codes: number;
                            };
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Log out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ended: boolean;
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/sessions/current/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter a code of the authenticator app, or a recovery code; the session gets a new token */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 123 456 */
                        code: string;
                        /** @description For this server’s own pages: keep the session in a cookie instead of returning its token. */
                        use_cookie?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            session_token?: string;
                            /** Format: date-time */
                            expires_at: string;
                            /**
                             * @description open; second_factor: a code or a passkey is still needed; enrolment: the role needs a second factor, and all one can do is add it.
                             * @enum {unknown}
                             */
                            stage: "second_factor" | "enrolment" | "open";
                            staff: {
                                /** Format: uuid */
                                staff_id: string;
                                login: string;
                                name: string;
                                /** @enum {unknown} */
                                role: "owner" | "clerk" | "auditor";
                            };
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired" | "second_factor_wrong";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["second_factor_code_invalid"];
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/sessions/current/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter the password or a code again, for what needs a recent proof */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    } | {
                        /** @example 123 456 */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            proved_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired" | "credentials_wrong" | "second_factor_wrong";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["second_factor_code_invalid"];
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the password; all other sessions end */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        old_password: string;
                        new_password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            changed: true;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired" | "credentials_wrong";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "password_too_weak";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the sessions in which I am logged in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sessions: {
                                /** Format: uuid */
                                session_id: string;
                                address: string;
                                browser: string;
                                /** Format: date-time */
                                created_at: string;
                                /** Format: date-time */
                                last_seen_at: string;
                                is_current: boolean;
                            }[];
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** End all my other sessions */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/me/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    session_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["not_found"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/me/authenticators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get a secret for an authenticator app; it is shown once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            authenticator_id: string;
                            secret: string;
                            uri: string;
                            qr_svg: string;
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        /** Remove the authenticator app */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            removed: true;
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "second_factor_last" | "request_in_progress";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/me/authenticators/{authenticator_id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter a code of the new app: from now on it is the second factor */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    authenticator_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 123 456 */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Shown once. */
                            recovery_codes: string[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired" | "second_factor_wrong";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["not_found"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["second_factor_code_invalid"];
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get new recovery codes in place of the old ones; they are shown once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Shown once. */
                            recovery_codes: string[];
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my passkeys */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            passkeys: {
                                /** Format: uuid */
                                passkey_id: string;
                                name: string;
                                /** Format: date-time */
                                created_at: string;
                                /** Format: date-time */
                                last_used_at?: string;
                            }[];
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        /** Register the passkey the browser created */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        credential_id: string;
                        client_data: string;
                        attestation_object: string;
                        transports?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            passkey_id: string;
                            name: string;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            last_used_at?: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "passkey_invalid";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/me/passkeys/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get the options a browser creates a passkey from */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            challenge: string;
                            rp: {
                                id: string;
                                name: string;
                            };
                            user: {
                                id: string;
                                name: string;
                                displayName: string;
                            };
                            pubKeyCredParams: {
                                /** @enum {string} */
                                type: "public-key";
                                alg: number;
                            }[];
                            excludeCredentials: {
                                id: string;
                                /** @enum {string} */
                                type: "public-key";
                                transports: string[];
                            }[];
                            authenticatorSelection: {
                                /** @enum {string} */
                                residentKey: "required";
                                /** @enum {string} */
                                userVerification: "required";
                            };
                            /** @enum {string} */
                            attestation: "none";
                            /** @description Milliseconds. */
                            timeout: number;
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/me/passkeys/{passkey_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a passkey */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    passkey_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            removed: true;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "second_factor_last" | "request_in_progress";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List staff */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            staff: {
                                /** Format: uuid */
                                staff_id: string;
                                login: string;
                                name: string;
                                /** @enum {unknown} */
                                role: "owner" | "clerk" | "auditor";
                            }[];
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a staff member */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        login: string;
                        /** @description A name in any script; line ends, links and phone numbers are refused. */
                        name: string;
                        /** @enum {unknown} */
                        role: "owner" | "clerk" | "auditor";
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            staff_id: string;
                            login: string;
                            name: string;
                            /** @enum {unknown} */
                            role: "owner" | "clerk" | "auditor";
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "member_exists";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "login_invalid" | "name_invalid" | "password_too_weak";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/staff/{staff_id}/departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a staff member or a service account */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    staff_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            staff_id: string;
                            /** Format: date-time */
                            left_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["member_not_found"];
                409: components["responses"]["request_in_progress"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/staff/{staff_id}/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take away a password; the token, shown once, lets its owner choose a new one */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    staff_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            token: string;
                            /** Format: date-time */
                            expires_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["member_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "not_for_oneself" | "other_admin_needed" | "request_in_progress";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/staff/{staff_id}/second-factor-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take away a second factor that its owner has lost */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    staff_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            staff_id: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["member_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "not_for_oneself" | "other_admin_needed";
                        };
                    };
                };
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/service-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List service accounts, and what they may be permitted */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            scopes: string[];
                            service_accounts: {
                                /** Format: uuid */
                                staff_id: string;
                                login: string;
                                name: string;
                                scopes: ("members" | "reports" | "books" | "exports")[];
                                /** @description Where it may call from; empty: from anywhere. */
                                addresses: string[];
                                made_by: string;
                                /** Format: date-time */
                                created_at: string;
                                /** Format: date-time */
                                token_expires_at?: string;
                                /** Format: date-time */
                                last_used_at?: string;
                            }[];
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a service account, as yet without a token */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        login: string;
                        /** @description A name in any script; line ends, links and phone numbers are refused. */
                        name: string;
                        scopes: ("members" | "reports" | "books" | "exports")[];
                        addresses: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            staff_id: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "member_exists";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "login_invalid" | "name_invalid" | "address_range_invalid";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/service-accounts/{staff_id}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a token, replacing the last one; it is shown once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    staff_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        days: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            token: string;
                            /** Format: date-time */
                            expires_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["member_not_found"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/audit-trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the audit trail, newest first */
        get: {
            parameters: {
                query: {
                    before?: string;
                    limit: number;
                    login?: string;
                    action?: string;
                    from?: string;
                    until?: string;
                    /** @description Leave out what the caller only looked at. */
                    without_own_readings?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lines: {
                                /** Format: uuid */
                                audit_id: string;
                                staff_login: string;
                                action: string;
                                subject: unknown;
                                trace_id: string;
                                /** Format: date-time */
                                at: string;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/failing-work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what jobs fail at, dead letters first */
        get: {
            parameters: {
                query: {
                    limit: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            failing: {
                                job: string;
                                subject_id: string;
                                failures: number;
                                /** Format: date-time */
                                first_failed_at: string;
                                /** Format: date-time */
                                next_attempt_at?: string;
                                problem: string;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/failing-work/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a job try again at once, from its first attempt */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        job: string;
                        subject_id: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            retried: boolean;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/me/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the views that I saved of a list */
        get: {
            parameters: {
                query: {
                    list: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            views: {
                                /** Format: uuid */
                                view_id: string;
                                list: string;
                                name: string;
                                filters: {
                                    [key: string]: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        /** Save the filters of a list under a name; one of that name is replaced */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        list: string;
                        name: string;
                        filters: {
                            [key: string]: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            view_id: string;
                            list: string;
                            name: string;
                            filters: {
                                [key: string]: string;
                            };
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "views_limit";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/me/views/{view_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete one of my views */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    view_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get amounts issued, redeemed, reversed, refunded and expired, by day and by store, including today */
        get: {
            parameters: {
                query: {
                    days: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            until: string;
                            currencies: {
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                outstanding_minor: number;
                                period: {
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                     * @example 0
                                     */
                                    issued_minor: number;
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                     * @example 0
                                     */
                                    used_minor: number;
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                     * @example 0
                                     */
                                    reversed_minor: number;
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                     * @example 0
                                     */
                                    refunded_minor: number;
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                     * @example 0
                                     */
                                    expired_minor: number;
                                };
                                days: {
                                    /** Format: date */
                                    day: string;
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                     * @example 0
                                     */
                                    issued_minor: number;
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                     * @example 0
                                     */
                                    used_minor: number;
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                     * @example 0
                                     */
                                    reversed_minor: number;
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                     * @example 0
                                     */
                                    refunded_minor: number;
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                     * @example 0
                                     */
                                    expired_minor: number;
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                     * @example 0
                                     */
                                    outstanding_minor: number;
                                }[];
                                stores: {
                                    /** Format: uuid */
                                    store_id: string;
                                    name_ko: string;
                                    name_en: string;
                                    uses: number;
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                     * @example 0
                                     */
                                    used_minor: number;
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                     * @example 0
                                     */
                                    reversed_minor: number;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/guessing-alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List when PINs were being guessed, newest first; without an end if they still are */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alarms: {
                                /** Format: uuid */
                                alarm_id: string;
                                /** @enum {unknown} */
                                origin: "till" | "afar" | "line" | "one_pin";
                                /** @description PINs compared in the ten minutes before it was raised… */
                                compared: number;
                                /** @description …and how many of them were wrong. */
                                wrong: number;
                                /** Format: date-time */
                                raised_at: string;
                                ended_at: string | null;
                            }[];
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get settlement’s statement of the shop for a period, compared with the shop’s own books */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            until: string;
                            payouts: {
                                /** Format: uuid */
                                payout_id: string;
                                /** @enum {unknown} */
                                state: "planned" | "sent" | "paid" | "returned" | "other";
                                /** Format: date-time */
                                at: string;
                                /** Format: date-time */
                                paid_at?: string;
                                /** Format: date-time */
                                returned_at?: string;
                                return_reason?: string;
                                waits_for?: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                gross_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                commission_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                net_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                            }[];
                            accounts: {
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                bank_code?: string;
                                last4: string;
                                /** Format: date-time */
                                paid_to_from: string;
                                /** Format: date-time */
                                paid_to_until?: string;
                            }[];
                            sales: {
                                /** Format: uuid */
                                order_id: string;
                                /** @enum {unknown} */
                                kind: "capture" | "refund";
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                amount_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                /** Format: date-time */
                                at: string;
                            }[];
                            totals: {
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                captured_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                refunded_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                paid_out_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                commission_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                in_trust_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                used_minor: number;
                                /** @description Redeemed by our books but not paid out; negative if a paid redemption was reversed. */
                                unpaid_minor: number;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                410: components["responses"]["period_not_kept"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "service_unavailable" | "restoring";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/statement.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download settlement’s statement of the shop for a period as CSV */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                410: components["responses"]["period_not_kept"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "service_unavailable" | "restoring";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/statement.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download settlement’s statement of the shop for a period as PDF */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    until?: string;
                    lang?: "ko" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A4 pages */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                410: components["responses"]["period_not_kept"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "service_unavailable" | "restoring";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/account-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List changes of the bank accounts that the shop is paid to that no owner has acknowledged */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changes: {
                                /** Format: uuid */
                                change_id: string;
                                /** @enum {unknown} */
                                change: "entered" | "confirmed" | "refused" | "ended";
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                bank_code: string | null;
                                last4: string;
                                /** Format: date-time */
                                changed_at: string;
                            }[];
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/account-changes/acknowledgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Acknowledge changes of bank accounts; they are no longer shown */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        change_ids: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acknowledged: number;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/member-lookups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List member look-ups: who asked, for which order, when, and the answer */
        get: {
            parameters: {
                query: {
                    before?: string;
                    limit: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lookups: {
                                /** Format: uuid */
                                lookup_id: string;
                                party: string;
                                /** Format: uuid */
                                order_id: string;
                                phone: string;
                                found: boolean;
                                /** Format: date-time */
                                at: string;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/books": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get issued = outstanding + redeemed + refunded + expired, and whether the books balance */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            currencies: {
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                issued_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                outstanding_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                redeemed_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                refunded_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                expired_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                held_minor: number;
                                /** @description Failed checks; empty when the books balance. */
                                differences: string[];
                            }[];
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the epoch of the database, and what could not be had again after its last restore */
        get: {
            parameters: {
                query: {
                    after?: number;
                    limit: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            epoch_no: number;
                            /** Format: date-time */
                            began_at: string;
                            /** @enum {unknown} */
                            reason: "made" | "restored" | "held_by_party";
                            party?: string;
                            /** Format: date-time */
                            reconciled_at?: string;
                            /** Format: date-time */
                            fetched_since?: string;
                            findings: {
                                finding_no: number;
                                kind: string;
                                party: string;
                                /** Format: uuid */
                                subject_id?: string;
                                about: string;
                                /** Format: date-time */
                                found_at: string;
                                acknowledged?: {
                                    /** Format: uuid */
                                    by: string;
                                    reason: string;
                                    /** Format: date-time */
                                    at: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/restore/findings/{finding_no}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that what a restore left open was looked at, and what came of it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    finding_no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            finding_no: number;
                            kind: string;
                            party: string;
                            /** Format: uuid */
                            subject_id?: string;
                            about: string;
                            /** Format: date-time */
                            found_at: string;
                            acknowledged?: {
                                /** Format: uuid */
                                by: string;
                                reason: string;
                                /** Format: date-time */
                                at: string;
                            };
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/restore/acknowledgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say the same of all that a restore left open of a kind */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        kind: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acknowledged: number;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["not_found"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List stores */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            stores: {
                                /** Format: uuid */
                                store_id: string;
                                name_ko: string;
                                name_en: string;
                                district: string | null;
                                address: string | null;
                                opening_hours: string | null;
                                phone: string | null;
                                district_en: string | null;
                                address_en: string | null;
                                opening_hours_en: string | null;
                                map_url: string | null;
                            }[];
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a store */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name_ko: string;
                        name_en: string;
                        district?: string | null;
                        address?: string | null;
                        opening_hours?: string | null;
                        phone?: string | null;
                        district_en?: string | null;
                        address_en?: string | null;
                        opening_hours_en?: string | null;
                        map_url?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            store_id: string;
                            name_ko: string;
                            name_en: string;
                            district: string | null;
                            address: string | null;
                            opening_hours: string | null;
                            phone: string | null;
                            district_en: string | null;
                            address_en: string | null;
                            opening_hours_en: string | null;
                            map_url: string | null;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "phone_number_invalid";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/stores/{store_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace what people are told of a store */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    store_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        district: string | null;
                        address: string | null;
                        opening_hours: string | null;
                        phone: string | null;
                        district_en?: string | null;
                        address_en?: string | null;
                        opening_hours_en?: string | null;
                        map_url?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            store_id: string;
                            name_ko: string;
                            name_en: string;
                            district: string | null;
                            address: string | null;
                            opening_hours: string | null;
                            phone: string | null;
                            district_en: string | null;
                            address_en: string | null;
                            opening_hours_en: string | null;
                            map_url: string | null;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["store_not_found"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "phone_number_invalid";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/terminals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List terminals of all stores */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            terminals: {
                                /** Format: uuid */
                                terminal_id: string;
                                /** Format: uuid */
                                store_id: string;
                                name: string;
                                enrolled_at: string | null;
                                blocked_at: string | null;
                                last_session_at: string | null;
                            }[];
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a terminal to a store; a device enrols with a code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        store_id: string;
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            terminal_id: string;
                            /** Format: uuid */
                            store_id: string;
                            name: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["store_not_found"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/terminals/{terminal_id}/enrolment-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a one-time code, replacing the last one; the code is never stored with the response */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    terminal_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            enrolment_code: string;
                            /** Format: date-time */
                            expires_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired" | "terminal_unknown";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/terminals/{terminal_id}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Block a terminal for good and log it out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    terminal_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            terminal_id: string;
                            /** Format: date-time */
                            blocked_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired" | "terminal_unknown";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/windows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what operators show of each shop, and the limits of what it may sell */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            windows: {
                                /** @description The management server that sells it. */
                                operator: string;
                                shop_id: string;
                                name_ko: string;
                                name_en: string;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                limits: {
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                     * @example 50000
                                     */
                                    amount_min_minor: number;
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                     * @example 50000
                                     */
                                    amount_max_minor: number;
                                };
                                version: number;
                                shown: {
                                    description_ko: string | null;
                                    description_en: string | null;
                                    usage_ko: string | null;
                                    usage_en: string | null;
                                    picture_id: string | null;
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                     * @example 50000
                                     */
                                    amount_min_minor: number;
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                     * @example 50000
                                     */
                                    amount_max_minor: number;
                                    suggested_minor: number[];
                                };
                                refused?: {
                                    version: number;
                                    code: string;
                                };
                                /** Format: date-time */
                                asked_at: string;
                                wanted?: {
                                    version: number;
                                    description_ko: string | null;
                                    description_en: string | null;
                                    usage_ko: string | null;
                                    usage_en: string | null;
                                    picture_id: string | null;
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                     * @example 50000
                                     */
                                    amount_min_minor: number;
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                     * @example 50000
                                     */
                                    amount_max_minor: number;
                                    suggested_minor: number[];
                                    /** Format: date-time */
                                    published_at: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        /** Publish what an operator is to show of a shop; earlier versions are kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The management server that sells it. */
                        operator: string;
                        shop_id: string;
                        /** @description The higher of the version shown and the one published last, as the writer saw them. */
                        after: number;
                        window: {
                            description_ko: string | null;
                            description_en: string | null;
                            usage_ko: string | null;
                            usage_en: string | null;
                            picture_id: string | null;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_min_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_max_minor: number;
                            suggested_minor: number[];
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            description_ko: string | null;
                            description_en: string | null;
                            usage_ko: string | null;
                            usage_en: string | null;
                            picture_id: string | null;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_min_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_max_minor: number;
                            suggested_minor: number[];
                            /** Format: date-time */
                            published_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["shop_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "changed_meanwhile";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "picture_unknown" | "shop_terms_invalid";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/clerks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List clerks */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            clerks: {
                                /** Format: uuid */
                                clerk_id: string;
                                clerk_number: number;
                                name: string;
                                /** @enum {unknown} */
                                pin: "own" | "first" | "none";
                                badge_made_at: string | null;
                                last_signed_in_at: string | null;
                            }[];
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a clerk, who gets the next number */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A name in any script; line ends, links and phone numbers are refused. */
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            clerk_id: string;
                            clerk_number: number;
                            name: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "name_invalid";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/clerks/{clerk_id}/departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a clerk and sign them out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    clerk_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            clerk_id: string;
                            /** Format: date-time */
                            left_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["clerk_not_found"];
                409: components["responses"]["request_in_progress"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/clerks/{clerk_id}/first-pins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a first PIN, in place of the clerk’s PIN, with which they choose their own at a till */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    clerk_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            first_pin: string;
                            /** Format: date-time */
                            expires_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["clerk_not_found"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/clerks/{clerk_id}/badges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a badge, to be printed as a QR code, in place of the last one */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    clerk_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            badge: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["clerk_not_found"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/clerk-openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List certificates that clerks opened without their PIN, newest first */
        get: {
            parameters: {
                query: {
                    before?: string;
                    limit: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            openings: {
                                /** Format: uuid */
                                opening_id: string;
                                clerk_name: string;
                                store_name_ko: string;
                                store_name_en: string;
                                terminal_name: string;
                                /** @enum {unknown} */
                                proof: "code" | "resident_card" | "driving_licence" | "passport" | "foreigner_card";
                                phone: string;
                                certificate_ids: string[];
                                /** Format: date-time */
                                at: string;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List members, or find them by member number, phone number or start of the name; masked for auditors, who find them by member number */
        get: {
            parameters: {
                query: {
                    query?: string;
                    origin?: "imported" | "added" | "self_registered";
                    after?: string;
                    limit: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            members: {
                                /** Format: uuid */
                                member_id: string;
                                member_no: string;
                                name: string;
                                phone: string;
                                email: string | null;
                                /** @enum {unknown} */
                                origin: "imported" | "added" | "self_registered";
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a member */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        member_no: string;
                        /** @description A name in any script; line ends, links and phone numbers are refused. */
                        name: string;
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @description An email address; its part before the @ must be ASCII. */
                        email?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            member_id: string;
                            member_no: string;
                            name: string;
                            phone: string;
                            email: string | null;
                            /** @enum {unknown} */
                            origin: "imported" | "added" | "self_registered";
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "member_exists";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "name_invalid" | "phone_number_invalid" | "email_invalid";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/members/{member_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a member; masked for auditors */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    member_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            member_id: string;
                            member_no: string;
                            name: string;
                            phone: string;
                            email: string | null;
                            /** @enum {unknown} */
                            origin: "imported" | "added" | "self_registered";
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["member_not_found"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        /** Update name, phone number and email address; the member number stays */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    member_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A name in any script; line ends, links and phone numbers are refused. */
                        name: string;
                        /** @description A phone number in any common form. */
                        phone: string;
                        email: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            member_id: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["member_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "member_exists";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "name_invalid" | "phone_number_invalid" | "email_invalid";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/members/{member_id}/departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a member: name, phone and email address are erased */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    member_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            left: boolean;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["member_not_found"];
                409: components["responses"]["request_in_progress"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List certificates by last four digits, phone number, state, store of redemption or day, newest first */
        get: {
            parameters: {
                query: {
                    last4?: string;
                    phone?: string;
                    state?: "registered" | "active" | "frozen" | "cancelled" | "expired";
                    store_id?: string;
                    from?: string;
                    until?: string;
                    before?: string;
                    limit: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            certificates: {
                                /** Format: uuid */
                                certificate_id: string;
                                /** @enum {unknown} */
                                state: "registered" | "active" | "frozen" | "cancelled" | "expired";
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                balance_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                held_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                buyer_name: string;
                                recipient_name: string;
                                phone: string | null;
                                last4: string | null;
                                /** @description Whether its PIN alone opens it nowhere but at a till. */
                                locked: boolean;
                                locked_since: string | null;
                                print_count: number;
                                /** Format: date-time */
                                registered_at: string;
                                /** Format: date-time */
                                expires_at: string;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/certificates/{certificate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a certificate with its history */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            certificate_id: string;
                            /** @enum {unknown} */
                            state: "registered" | "active" | "frozen" | "cancelled" | "expired";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            balance_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            held_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            buyer_name: string;
                            recipient_name: string;
                            phone: string | null;
                            last4: string | null;
                            /** @description Whether its PIN alone opens it nowhere but at a till. */
                            locked: boolean;
                            locked_since: string | null;
                            print_count: number;
                            /** Format: date-time */
                            registered_at: string;
                            /** Format: date-time */
                            expires_at: string;
                            entries: {
                                entry_no: number;
                                kind: string;
                                delta_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                after_minor: number;
                                /** Format: date-time */
                                at: string;
                            }[];
                            uses: {
                                /** Format: uuid */
                                redemption_id: string;
                                /** Format: uuid */
                                certificate_id: string;
                                last4: string;
                                store_name_ko: string;
                                store_name_en: string;
                                /** @enum {unknown} */
                                channel: "store" | "online";
                                clerk_name: string | null;
                                sale_reference: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                reversed_minor: number;
                                reversals: {
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                     * @example 50000
                                     */
                                    amount_minor: number;
                                    /** Format: date-time */
                                    at: string;
                                    clerk_name: string | null;
                                    second_clerk_name: string | null;
                                    reason: ("wrong_amount" | "wrong_certificate" | "goods_returned" | "paid_otherwise" | "other") | null;
                                }[];
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                /** Format: date-time */
                                at: string;
                            }[];
                            reversals: {
                                /** Format: uuid */
                                reversal_id: string;
                                /** Format: uuid */
                                redemption_id: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                by_name: string | null;
                                in_office: boolean;
                                /** Format: date-time */
                                at: string;
                            }[];
                            openings: {
                                /** Format: uuid */
                                opening_id: string;
                                clerk_name: string;
                                store_name_ko: string;
                                store_name_en: string;
                                terminal_name: string;
                                /** @enum {unknown} */
                                proof: "code" | "resident_card" | "driving_licence" | "passport" | "foreigner_card";
                                phone: string;
                                certificate_ids: string[];
                                /** Format: date-time */
                                at: string;
                            }[];
                            issues: {
                                /** Format: uuid */
                                issue_id: string;
                                print_no: number;
                                /** Format: date-time */
                                at: string;
                            }[];
                            notes: {
                                /** Format: uuid */
                                note_id: string;
                                action: string;
                                text?: string;
                                staff_name: string;
                                /** Format: date-time */
                                at: string;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["certificate_not_found"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List redemptions by store, last four digits or day, newest first */
        get: {
            parameters: {
                query: {
                    store_id?: string;
                    last4?: string;
                    from?: string;
                    until?: string;
                    before?: string;
                    limit: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            redemptions: {
                                /** Format: uuid */
                                redemption_id: string;
                                /** Format: uuid */
                                certificate_id: string;
                                last4: string;
                                store_name_ko: string;
                                store_name_en: string;
                                /** @enum {unknown} */
                                channel: "store" | "online";
                                clerk_name: string | null;
                                sale_reference: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                reversed_minor: number;
                                reversals: {
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                     * @example 50000
                                     */
                                    amount_minor: number;
                                    /** Format: date-time */
                                    at: string;
                                    clerk_name: string | null;
                                    second_clerk_name: string | null;
                                    reason: ("wrong_amount" | "wrong_certificate" | "goods_returned" | "paid_otherwise" | "other") | null;
                                }[];
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                /** Format: date-time */
                                at: string;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/redemptions/{redemption_id}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reverse a redemption, in full or in part, wherever it was made */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    redemption_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                         * @example 50000
                         */
                        amount_minor?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            reversal_id: string;
                            /** Format: uuid */
                            redemption_id: string;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            balance_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["redemption_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "already_reversed" | "reversal_not_allowed";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/certificates/{certificate_id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lock a certificate: nobody opens or uses it until it is unlocked */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            certificate_id: string;
                            locked_since: string | null;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["certificate_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/certificates/{certificate_id}/unlocking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unlock a certificate that staff locked */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            certificate_id: string;
                            locked_since: string | null;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["certificate_not_found"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/certificates/{certificate_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the operator tell the recipient of a gift once more */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            certificate_id: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "certificate_not_found" | "order_not_found";
                        };
                    };
                };
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state";
                        };
                    };
                };
                410: components["responses"]["offer_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                423: components["responses"]["certificate_frozen"];
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "service_unavailable" | "restoring";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/certificates/{certificate_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note something about a certificate, for other staff */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            note_id: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                404: components["responses"]["certificate_not_found"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/cash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the cash that clerks took for gifts, who took it, and who gave it back */
        get: {
            parameters: {
                query: {
                    store_id?: string;
                    standing?: "owed";
                    from?: string;
                    until?: string;
                    before?: string;
                    limit: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cash: {
                                /** Format: uuid */
                                order_id: string;
                                receipt_no: string;
                                store_name_ko: string;
                                store_name_en: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                /** @enum {unknown} */
                                standing: "open" | "kept" | "owed" | "returned";
                                /** Format: date-time */
                                taken_at: string;
                                taken_by: string | null;
                                returned_at: string | null;
                                returned_by: string | null;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/exports/cash.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export cash that clerks took as CSV, with the filters of the list */
        get: {
            parameters: {
                query?: {
                    store_id?: string;
                    standing?: "owed";
                    from?: string;
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/exports/certificates.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export certificates as CSV, with the filters of the list */
        get: {
            parameters: {
                query?: {
                    last4?: string;
                    phone?: string;
                    state?: "registered" | "active" | "frozen" | "cancelled" | "expired";
                    store_id?: string;
                    from?: string;
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/exports/redemptions.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export redemptions as CSV, with the filters of the list */
        get: {
            parameters: {
                query?: {
                    store_id?: string;
                    last4?: string;
                    from?: string;
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/exports/members.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export members as CSV, with the filters of the list; masked for auditors */
        get: {
            parameters: {
                query?: {
                    query?: string;
                    origin?: "imported" | "added" | "self_registered";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/business": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the details of the business and all versions of its documents */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            business?: {
                                version: number;
                                name_ko: string;
                                name_en: string;
                                representative: string;
                                registration_number: string;
                                mail_order_number: string | null;
                                address_ko: string;
                                address_en: string;
                                telephone: string;
                                /** Format: email */
                                email: string;
                                hours_ko: string | null;
                                hours_en: string | null;
                                privacy_officer: string | null;
                                colour: string | null;
                                logo_id: string | null;
                                /** @description VAT that is part of the price, in hundredths of a percent; 0 where only what is bought with a certificate is taxed. */
                                vat_bp: number;
                                /** Format: date-time */
                                published_at: string;
                            };
                            documents: {
                                /** @enum {unknown} */
                                document: "terms" | "privacy" | "marketing" | "faq";
                                version: number;
                                /** Format: date-time */
                                in_force_at: string;
                            }[];
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/business/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish details of the business; earlier ones are kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The last version that the writer has seen; 0 before the first. */
                        after: number;
                        details: {
                            name_ko: string;
                            name_en: string;
                            representative: string;
                            registration_number: string;
                            mail_order_number: string | null;
                            address_ko: string;
                            address_en: string;
                            telephone: string;
                            /** Format: email */
                            email: string;
                            hours_ko: string | null;
                            hours_en: string | null;
                            privacy_officer: string | null;
                            colour: string | null;
                            logo_id: string | null;
                            /** @description VAT that is part of the price, in hundredths of a percent; 0 where only what is bought with a certificate is taxed. */
                            vat_bp: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            name_ko: string;
                            name_en: string;
                            representative: string;
                            registration_number: string;
                            mail_order_number: string | null;
                            address_ko: string;
                            address_en: string;
                            telephone: string;
                            /** Format: email */
                            email: string;
                            hours_ko: string | null;
                            hours_en: string | null;
                            privacy_officer: string | null;
                            colour: string | null;
                            logo_id: string | null;
                            /** @description VAT that is part of the price, in hundredths of a percent; 0 where only what is bought with a certificate is taxed. */
                            vat_bp: number;
                            /** Format: date-time */
                            published_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "changed_meanwhile";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "colour_unreadable" | "picture_unknown";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/documents/{document}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a version of a document, in force at once or from a later day */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document: "terms" | "privacy" | "marketing" | "faq";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The last version that the writer has seen; 0 before the first. */
                        after: number;
                        /** Format: date-time */
                        in_force_at: string;
                        text_ko: string;
                        text_en: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {unknown} */
                            document: "terms" | "privacy" | "marketing" | "faq";
                            version: number;
                            /** Format: date-time */
                            in_force_at: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "changed_meanwhile";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a picture for pages; the same one again is the same picture */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A PNG, JPEG or WebP of at most 1 MiB. */
                        base64: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description SHA-256 of its bytes. */
                            picture_id: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "picture_invalid";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office/members/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import members from CSV (member_no, name, phone, email), all lines or none; repeating a file changes nothing */
        post: {
            parameters: {
                query: {
                    /** @description Dry run: import nothing and report what would happen. */
                    preview: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "text/csv": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lines: number;
                            added: number;
                            changed: number;
                            errors_total: number;
                            errors: {
                                line: number;
                                column?: string | null;
                                code: string;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "unauthenticated" | "session_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "forbidden" | "second_factor_required" | "proof_required";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["import_refused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/member-lookups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look up a member’s name by phone number (Purchase 8-9) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        order_id: string;
                        phone: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            found: true;
                            name: string;
                        } | {
                            /** @enum {boolean} */
                            found: false;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a certificate (Purchase 13) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        certificate_id: string;
                        /** Format: uuid */
                        order_id: string;
                        /** Format: person-name */
                        buyer_name: string;
                        buyer_member_number: string;
                        /**
                         * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                         * @example 50000
                         */
                        amount_minor: number;
                        /**
                         * @description ISO 4217 currency code.
                         * @example KRW
                         */
                        currency: string;
                        /** Format: person-name */
                        recipient_name: string;
                        recipient_phone?: string;
                        /** Format: mail-address */
                        recipient_email?: string;
                        /** Format: date-time */
                        expires_at: string;
                        term?: {
                            /** Format: date */
                            delivered_on: string;
                            months: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            certificate_id: string;
                            /** @enum {unknown} */
                            state: "registered" | "active" | "frozen" | "cancelled" | "expired";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            balance_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "certificate_exists";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "amount_out_of_range" | "currency_unsupported" | "expiry_mismatch";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/certificates/{certificate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the state and balance of a certificate */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            certificate_id: string;
                            /** @enum {unknown} */
                            state: "registered" | "active" | "frozen" | "cancelled" | "expired";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            balance_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                404: components["responses"]["certificate_not_found"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/sealing-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the public keys to seal values with for this server, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            keys: {
                                [key: string]: unknown;
                            }[];
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/certificates/{certificate_id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a certificate with phone number and PIN, sealed for this server (Receipt 3) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        sealed_pin: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            certificate_id: string;
                            /** @enum {unknown} */
                            state: "registered" | "active" | "frozen" | "cancelled" | "expired";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            balance_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                404: components["responses"]["certificate_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "sealed_pin_unreadable" | "pin_not_digits" | "pin_wrong_length" | "pin_repeated" | "pin_sequence" | "pin_contains_phone" | "pin_common";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/certificates/{certificate_id}/recipient": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the recipient before acceptance */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: person-name */
                        recipient_name: string;
                        recipient_phone?: string;
                        /** Format: mail-address */
                        recipient_email?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            certificate_id: string;
                            /** @enum {unknown} */
                            state: "registered" | "active" | "frozen" | "cancelled" | "expired";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            balance_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                404: components["responses"]["certificate_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/certificates/{certificate_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a certificate before acceptance, or unused after it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        reason: "refused" | "not_answered" | "cancelled_by_buyer" | "withdrawn_by_buyer" | "charged_back";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            certificate_id: string;
                            /** @enum {unknown} */
                            state: "registered" | "active" | "frozen" | "cancelled" | "expired";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            balance_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                404: components["responses"]["certificate_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state" | "certificate_handed_over" | "certificate_used";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/certificates/{certificate_id}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Freeze what is left of a certificate while its payment is disputed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        reason: "payment_disputed";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            certificate_id: string;
                            /** @enum {unknown} */
                            state: "registered" | "active" | "frozen" | "cancelled" | "expired";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            balance_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                404: components["responses"]["certificate_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/certificates/{certificate_id}/unfreezing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unfreeze a certificate after a dispute that was won */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            certificate_id: string;
                            /** @enum {unknown} */
                            state: "registered" | "active" | "frozen" | "cancelled" | "expired";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            balance_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                404: components["responses"]["certificate_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/certificates/{certificate_id}/charge-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel what is left of a certificate after a dispute that was lost */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                         * @example 0
                         */
                        uncovered_minor: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            certificate_id: string;
                            /** @enum {unknown} */
                            state: "registered" | "active" | "frozen" | "cancelled" | "expired";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            balance_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            cancelled_minor: number;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                404: components["responses"]["certificate_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Authorise a payment through the shop (Purchase 4-5) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        order_id: string;
                        /** Format: uuid */
                        payer_reference: string;
                        payment_method_id: string;
                        payee: string;
                        /**
                         * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                         * @example 50000
                         */
                        amount_minor: number;
                        /**
                         * @description ISO 4217 currency code.
                         * @example KRW
                         */
                        currency: string;
                        consent?: string;
                        return_url?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            payment_id: string;
                            /** Format: uuid */
                            order_id: string;
                            /** @enum {unknown} */
                            status: "processing" | "requires_action" | "authorised" | "declined" | "captured" | "voided" | "expired" | "refunded";
                            /** @enum {unknown} */
                            decline_reason?: "insufficient_funds" | "do_not_honor" | "lost_card" | "stolen_card" | "expired_card" | "incorrect_cvc" | "processing_error" | "limit_exceeded" | "authentication_failed" | "cancelled_by_caller";
                            action_url?: string;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            captured_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            refunded_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            /** Format: date-time */
                            authorisation_expires_at?: string;
                            /** @example 30012345 */
                            approval_number?: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "payment_not_found" | "payment_method_not_found";
                        };
                    };
                };
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state";
                        };
                    };
                };
                410: components["responses"]["payment_method_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "currency_unsupported" | "payment_method_elsewhere";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "payment_unknown" | "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/payments/by-order/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Look up a payment through the shop */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            payment_id: string;
                            /** Format: uuid */
                            order_id: string;
                            /** @enum {unknown} */
                            status: "processing" | "requires_action" | "authorised" | "declined" | "captured" | "voided" | "expired" | "refunded";
                            /** @enum {unknown} */
                            decline_reason?: "insufficient_funds" | "do_not_honor" | "lost_card" | "stolen_card" | "expired_card" | "incorrect_cvc" | "processing_error" | "limit_exceeded" | "authentication_failed" | "cancelled_by_caller";
                            action_url?: string;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            captured_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            refunded_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            /** Format: date-time */
                            authorisation_expires_at?: string;
                            /** @example 30012345 */
                            approval_number?: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                404: components["responses"]["payment_not_found"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "payment_unknown" | "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/payments/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the disputes about payments that were taken through the shop */
        get: {
            parameters: {
                query: {
                    after: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            disputes: {
                                /** Format: uuid */
                                dispute_id: string;
                                /** Format: uuid */
                                order_id: string;
                                /** @enum {unknown} */
                                state: "open" | "won" | "lost";
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                reason: string;
                                /** Format: date-time */
                                respond_by?: string;
                                position: number;
                            }[];
                            read_up_to: number;
                            last_position: number;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "payment_unknown" | "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/payments/by-order/{order_id}/captures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Capture a payment through the shop */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                         * @example 50000
                         */
                        amount_minor: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            payment_id: string;
                            /** Format: uuid */
                            order_id: string;
                            /** @enum {unknown} */
                            status: "processing" | "requires_action" | "authorised" | "declined" | "captured" | "voided" | "expired" | "refunded";
                            /** @enum {unknown} */
                            decline_reason?: "insufficient_funds" | "do_not_honor" | "lost_card" | "stolen_card" | "expired_card" | "incorrect_cvc" | "processing_error" | "limit_exceeded" | "authentication_failed" | "cancelled_by_caller";
                            action_url?: string;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            captured_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            refunded_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            /** Format: date-time */
                            authorisation_expires_at?: string;
                            /** @example 30012345 */
                            approval_number?: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                402: components["responses"]["payment_declined"];
                403: components["responses"]["caller_not_permitted"];
                404: components["responses"]["payment_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state";
                        };
                    };
                };
                410: components["responses"]["authorisation_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "capture_exceeds_authorisation";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "payment_unknown" | "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/payments/by-order/{order_id}/voids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Void a payment through the shop */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            payment_id: string;
                            /** Format: uuid */
                            order_id: string;
                            /** @enum {unknown} */
                            status: "processing" | "requires_action" | "authorised" | "declined" | "captured" | "voided" | "expired" | "refunded";
                            /** @enum {unknown} */
                            decline_reason?: "insufficient_funds" | "do_not_honor" | "lost_card" | "stolen_card" | "expired_card" | "incorrect_cvc" | "processing_error" | "limit_exceeded" | "authentication_failed" | "cancelled_by_caller";
                            action_url?: string;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            captured_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            refunded_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            /** Format: date-time */
                            authorisation_expires_at?: string;
                            /** @example 30012345 */
                            approval_number?: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                404: components["responses"]["payment_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "payment_unknown" | "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/payments/by-order/{order_id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refund a payment through the shop */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                         * @example 50000
                         */
                        amount_minor: number;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            payment_id: string;
                            /** Format: uuid */
                            order_id: string;
                            /** @enum {unknown} */
                            status: "processing" | "requires_action" | "authorised" | "declined" | "captured" | "voided" | "expired" | "refunded";
                            /** @enum {unknown} */
                            decline_reason?: "insufficient_funds" | "do_not_honor" | "lost_card" | "stolen_card" | "expired_card" | "incorrect_cvc" | "processing_error" | "limit_exceeded" | "authentication_failed" | "cancelled_by_caller";
                            action_url?: string;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            captured_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            refunded_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            /** Format: date-time */
                            authorisation_expires_at?: string;
                            /** @example 30012345 */
                            approval_number?: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                404: components["responses"]["payment_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "refund_exceeds_payment" | "insufficient_balance";
                        };
                    };
                };
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "payment_unknown" | "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/balance-inquiries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get balances by phone number and PIN entered on a phone call */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        proof_id: string;
                        caller: string;
                        sealed_proof: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            certificates: {
                                last4: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                balance_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                /** Format: date-time */
                                expires_at: string;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed" | "pin_or_phone_wrong";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                409: components["responses"]["request_in_progress"];
                410: components["responses"]["certificate_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "sealed_pin_unreadable";
                        };
                    };
                };
                /** @description Locked */
                423: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "certificate_locked" | "certificate_frozen";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/unlock-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a code to the phone; the response is the same if it has no certificate */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        phone: string;
                        /** @enum {unknown} */
                        locale: "ko" | "en";
                        /** @enum {unknown} */
                        by?: "text" | "call";
                        caller: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            expires_in_minutes: number;
                            /** @enum {unknown} */
                            sent_by?: "text" | "call";
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "phone_number_invalid";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/unlocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a new PIN with the code, both entered on a phone call */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        proof_id: string;
                        caller: string;
                        sealed_proof: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            unlocked: number;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "caller_not_permitted" | "number_recycled" | "sim_changed";
                        };
                    };
                };
                409: components["responses"]["request_in_progress"];
                410: components["responses"]["verification_code_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "sealed_pin_unreadable" | "phone_number_invalid" | "code_not_digits" | "verification_code_wrong" | "pin_not_digits" | "pin_wrong_length" | "pin_repeated" | "pin_sequence" | "pin_contains_phone" | "pin_common";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "number_not_checked" | "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/pin-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the PIN by a new one, both entered on a phone call */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        proof_id: string;
                        caller: string;
                        sealed_proof: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changed: number;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed" | "pin_or_phone_wrong";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                409: components["responses"]["request_in_progress"];
                410: components["responses"]["certificate_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "sealed_pin_unreadable" | "pin_not_digits" | "pin_wrong_length" | "pin_repeated" | "pin_sequence" | "pin_contains_phone" | "pin_common";
                        };
                    };
                };
                /** @description Locked */
                423: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "certificate_locked" | "certificate_frozen";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to hand a certificate over, by phone number and PIN entered on a phone call */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        proof_id: string;
                        caller: string;
                        sealed_proof: string;
                        to_phone: string;
                        last4?: string;
                        /** @enum {unknown} */
                        locale: "ko" | "en";
                        /** @enum {unknown} */
                        by?: "text" | "call";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            expires_at: string;
                            /** @enum {unknown} */
                            sent_by: "text" | "call";
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed" | "pin_or_phone_wrong" | "verification_expired";
                        };
                    };
                };
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "caller_not_permitted" | "number_recycled" | "sim_changed";
                        };
                    };
                };
                404: components["responses"]["certificate_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "certificate_not_active" | "hand_over_not_allowed";
                        };
                    };
                };
                410: components["responses"]["certificate_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "sealed_pin_unreadable" | "phone_number_invalid";
                        };
                    };
                };
                /** @description Locked */
                423: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "certificate_locked" | "certificate_frozen";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "number_not_checked" | "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/hand-over-confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on with a hand-over, by the code that the holder was told, entered on a phone call */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        proof_id: string;
                        caller: string;
                        sealed_proof: string;
                        /** @enum {unknown} */
                        locale: "ko" | "en";
                        /** @enum {unknown} */
                        by?: "text" | "call";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            expires_at: string;
                            /** @enum {unknown} */
                            sent_by: "text" | "call";
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed" | "pin_or_phone_wrong" | "verification_expired";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "certificate_not_found" | "hand_over_not_found";
                        };
                    };
                };
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "certificate_not_active" | "hand_over_not_allowed";
                        };
                    };
                };
                /** @description Gone */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "certificate_expired" | "verification_code_expired";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "sealed_pin_unreadable" | "code_not_digits" | "verification_code_wrong";
                        };
                    };
                };
                /** @description Locked */
                423: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "certificate_locked" | "certificate_frozen";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/hand-over-acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take what was handed over to a phone, in the call that told it the code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        proof_id: string;
                        caller: string;
                        sealed_proof: string;
                        /** Format: person-name */
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            certificates: {
                                last4: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                balance_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                /** Format: date-time */
                                expires_at: string;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                404: components["responses"]["hand_over_not_found"];
                409: components["responses"]["request_in_progress"];
                410: components["responses"]["verification_code_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "sealed_pin_unreadable" | "phone_number_invalid" | "code_not_digits" | "verification_code_wrong" | "recipient_unknown" | "pin_not_digits" | "pin_wrong_length" | "pin_repeated" | "pin_sequence" | "pin_contains_phone" | "pin_common";
                        };
                    };
                };
                429: components["responses"]["rate_limited"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the stores that accept certificates, with what callers ask about them */
        get: {
            parameters: {
                query: {
                    locale: "ko" | "en";
                    with?: "maps";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            stores: {
                                /** Format: uuid */
                                store_id: string;
                                name: string;
                                district?: string;
                                address?: string;
                                opening_hours?: string;
                                phone?: string;
                                map_url?: string;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/windows/{shop_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what is shown of a shop, and get what the shop wants shown */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    shop_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name_ko: string;
                        name_en: string;
                        /**
                         * @description ISO 4217 currency code.
                         * @example KRW
                         */
                        currency: string;
                        limits: {
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_min_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_max_minor: number;
                        };
                        version: number;
                        shown: {
                            description_ko: string | null;
                            description_en: string | null;
                            usage_ko: string | null;
                            usage_en: string | null;
                            picture_id: string | null;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_min_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_max_minor: number;
                            suggested_minor: number[];
                        };
                        refused?: {
                            version: number;
                            code: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            window?: {
                                version: number;
                                description_ko: string | null;
                                description_en: string | null;
                                usage_ko: string | null;
                                usage_en: string | null;
                                picture_id: string | null;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_min_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_max_minor: number;
                                suggested_minor: number[];
                            };
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/window-pictures/{picture_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a picture of a shop’s window */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description SHA-256 of its bytes. */
                    picture_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            base64: string;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                409: components["responses"]["request_in_progress"];
                422: components["responses"]["picture_unknown"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/order-sums": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sum up the caller’s orders of a time, of at most a day, by the hour */
        get: {
            parameters: {
                query: {
                    from: string;
                    until: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sums: {
                                /** Format: date-time */
                                hour: string;
                                of: string;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                count: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                amount_minor: number;
                            }[];
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/made-calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what this server had done at the caller since a moment */
        get: {
            parameters: {
                query: {
                    since: string;
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            calls: {
                                /** Format: uuid */
                                call_id: string;
                                method: string;
                                path: string;
                                body: string;
                                /** Format: date-time */
                                settled_at: string;
                                status?: number;
                                answer?: string;
                                signed?: {
                                    keyid: string;
                                    target_uri: string;
                                    headers: {
                                        [key: string]: string;
                                    };
                                    request_headers: {
                                        [key: string]: string;
                                    };
                                    body: string;
                                };
                            }[];
                            is_restoring?: boolean;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/notices-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Be told again what the caller holds no more */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        after: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            last_batch_no: number;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed" | "idempotency_key_missing" | "idempotency_key_invalid";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer/received-calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what the caller had this server do since a moment */
        get: {
            parameters: {
                query: {
                    since: string;
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            calls: {
                                /** Format: uuid */
                                message_id: string;
                                call_id: string;
                                method: string;
                                target_uri: string;
                                keyid: string;
                                headers: {
                                    [key: string]: string;
                                };
                                body: string;
                                /** Format: date-time */
                                received_at: string;
                            }[];
                            is_restoring?: boolean;
                        };
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "encoding_invalid" | "validation_failed";
                        };
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                409: components["responses"]["request_in_progress"];
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "restoring" | "service_unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail: string;
            trace_id: string;
        };
    };
    responses: {
        /** @description Internal Server Error */
        internal_error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "internal_error";
                };
            };
        };
        /** @description Conflict */
        request_in_progress: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "request_in_progress";
                };
            };
        };
        /** @description Not Found */
        document_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "document_not_found";
                };
            };
        };
        /** @description Payload Too Large */
        body_too_large: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "body_too_large";
                };
            };
        };
        /** @description Unsupported Media Type */
        unsupported_media_type: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "unsupported_media_type";
                };
            };
        };
        /** @description Too Many Requests */
        rate_limited: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "rate_limited";
                };
            };
        };
        /** @description Locked */
        certificate_frozen: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "certificate_frozen";
                };
            };
        };
        /** @description Unprocessable Entity */
        phone_number_invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "phone_number_invalid";
                };
            };
        };
        /** @description Gone */
        verification_code_expired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "verification_code_expired";
                };
            };
        };
        /** @description Forbidden */
        forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "forbidden";
                };
            };
        };
        /** @description Not Found */
        certificate_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "certificate_not_found";
                };
            };
        };
        /** @description Not Found */
        hold_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "hold_not_found";
                };
            };
        };
        /** @description Gone */
        hold_expired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "hold_expired";
                };
            };
        };
        /** @description Not Found */
        member_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "member_not_found";
                };
            };
        };
        /** @description Unauthorized */
        terminal_unknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "terminal_unknown";
                };
            };
        };
        /** @description Not Found */
        not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "not_found";
                };
            };
        };
        /** @description Unauthorized */
        signature_invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "signature_invalid";
                };
            };
        };
        /** @description Unprocessable Entity */
        idempotency_key_reused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "idempotency_key_reused";
                };
            };
        };
        /** @description Not Found */
        hand_over_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "hand_over_not_found";
                };
            };
        };
        /** @description Gone */
        certificate_expired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "certificate_expired";
                };
            };
        };
        /** @description Not Found */
        redemption_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "redemption_not_found";
                };
            };
        };
        /** @description Not Found */
        payment_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "payment_not_found";
                };
            };
        };
        /** @description Unprocessable Entity */
        second_factor_code_invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "second_factor_code_invalid";
                };
            };
        };
        /** @description Forbidden */
        second_factor_required: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "second_factor_required";
                };
            };
        };
        /** @description Unauthorized */
        credentials_wrong: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "credentials_wrong";
                };
            };
        };
        /** @description Unauthorized */
        passkey_wrong: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "passkey_wrong";
                };
            };
        };
        /** @description Gone */
        reset_link_expired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "reset_link_expired";
                };
            };
        };
        /** @description Unprocessable Entity */
        password_too_weak: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "password_too_weak";
                };
            };
        };
        /** @description Gone */
        period_not_kept: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "period_not_kept";
                };
            };
        };
        /** @description Not Found */
        store_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "store_not_found";
                };
            };
        };
        /** @description Not Found */
        shop_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "shop_not_found";
                };
            };
        };
        /** @description Not Found */
        clerk_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "clerk_not_found";
                };
            };
        };
        /** @description Gone */
        offer_expired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "offer_expired";
                };
            };
        };
        /** @description Unprocessable Entity */
        import_refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "import_refused";
                };
            };
        };
        /** @description Forbidden */
        caller_not_permitted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "caller_not_permitted";
                };
            };
        };
        /** @description Gone */
        payment_method_expired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "payment_method_expired";
                };
            };
        };
        /** @description Gone */
        authorisation_expired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "authorisation_expired";
                };
            };
        };
        /** @description Payment Required */
        payment_declined: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "payment_declined";
                };
            };
        };
        /** @description Unprocessable Entity */
        picture_unknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "picture_unknown";
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
