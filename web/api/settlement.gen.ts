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
    "/v1/card-entries/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit a card and get its token */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        card_number: string;
                        expiry_month: number;
                        expiry_year: number;
                        security_code: string;
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
                            payment_method_id: string;
                            brand: string;
                            last4: string;
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
                402: components["responses"]["payment_declined"];
                404: components["responses"]["payment_method_not_found"];
                409: components["responses"]["request_in_progress"];
                410: components["responses"]["payment_method_expired"];
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
    "/v1/second-steps/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete the second step that the bank asks for */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
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
                            /** @enum {unknown} */
                            status: "processing" | "requires_action" | "authorised" | "declined" | "captured" | "voided" | "expired" | "refunded";
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
                404: components["responses"]["payment_not_found"];
                409: components["responses"]["request_in_progress"];
                410: components["responses"]["authorisation_expired"];
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
    "/v1/acquirers/{acquirer}/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive a hint from an acquirer that something changed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    acquirer: string;
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
                        "application/json": Record<string, never>;
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
    "/v1/staff/sessions": {
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
                                role: "treasurer" | "auditor";
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
    "/v1/staff/passkey-challenges": {
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
    "/v1/staff/passkey-sessions": {
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
                                role: "treasurer" | "auditor";
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
    "/v1/staff/new-passwords": {
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
    "/v1/staff/sessions/current": {
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
                                role: "treasurer" | "auditor";
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
    "/v1/staff/sessions/current/second-factor": {
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
                                role: "treasurer" | "auditor";
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
    "/v1/staff/sessions/current/proof": {
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
    "/v1/staff/me/password": {
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
    "/v1/staff/me/sessions": {
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
    "/v1/staff/me/sessions/{session_id}": {
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
    "/v1/staff/me/authenticators": {
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
    "/v1/staff/me/authenticators/{authenticator_id}/confirmation": {
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
    "/v1/staff/me/recovery-codes": {
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
    "/v1/staff/me/passkeys": {
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
    "/v1/staff/me/passkeys/challenges": {
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
    "/v1/staff/me/passkeys/{passkey_id}": {
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
    "/v1/staff/staff": {
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
                                role: "treasurer" | "auditor";
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
                        role: "treasurer" | "auditor";
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
                            role: "treasurer" | "auditor";
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
    "/v1/staff/staff/{staff_id}/departure": {
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
    "/v1/staff/staff/{staff_id}/password-resets": {
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
    "/v1/staff/staff/{staff_id}/second-factor-resets": {
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
    "/v1/staff/service-accounts": {
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
                                scopes: ("payments" | "books" | "bank_files")[];
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
                        scopes: ("payments" | "books" | "bank_files")[];
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
    "/v1/staff/service-accounts/{staff_id}/tokens": {
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
    "/v1/staff/audit-trail": {
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
    "/v1/staff/failing-work": {
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
    "/v1/staff/failing-work/retry": {
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
    "/v1/staff/me/views": {
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
    "/v1/staff/me/views/{view_id}": {
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
    "/v1/staff/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count what staff have to look at */
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
                            /** Format: date-time */
                            at: string;
                            disputes: {
                                open: number;
                                respond_by: string | null;
                            };
                            differences: {
                                open: number;
                            };
                            unanswered: {
                                requests: number;
                                payments: number;
                                since: string | null;
                            };
                            payouts: {
                                approvals: number;
                                accounts: number;
                                proposals: number;
                                to_take: number;
                                returned: number;
                            };
                            failing: {
                                works: number;
                                /** @description Those that are no longer retried */
                                dead: number;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what was captured, given back, paid out and sent back by Korean day, including today */
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
                            currencies: {
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                days: {
                                    /** Format: date */
                                    day: string;
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
                                    returned_minor: number;
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
    "/v1/staff/business": {
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
    "/v1/staff/business/versions": {
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
    "/v1/staff/documents/{document}/versions": {
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
    "/v1/staff/pictures": {
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
    "/v1/staff/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List payments by order, state or day (Korean time), newest first */
        get: {
            parameters: {
                query: {
                    order_id?: string;
                    status?: "processing" | "requires_action" | "authorised" | "declined" | "captured" | "voided" | "expired" | "refunded";
                    day?: string;
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
                            payments: {
                                /** Format: uuid */
                                payment_id: string;
                                payer_party: string;
                                /** Format: uuid */
                                order_id: string;
                                payee: string;
                                /** @enum {unknown} */
                                status: "processing" | "requires_action" | "authorised" | "declined" | "captured" | "voided" | "expired" | "refunded";
                                decline_reason: ("insufficient_funds" | "do_not_honor" | "lost_card" | "stolen_card" | "expired_card" | "incorrect_cvc" | "processing_error" | "limit_exceeded" | "authentication_failed" | "cancelled_by_caller") | null;
                                acquirer: string;
                                acquirer_reference: string | null;
                                approval_number: string | null;
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
                                created_at: string;
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
    "/v1/staff/payments/{payment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a payment with its history, requests to the acquirer, ledger entries and disputes */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    payment_id: string;
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
                            payer_party: string;
                            /** Format: uuid */
                            order_id: string;
                            payee: string;
                            /** @enum {unknown} */
                            status: "processing" | "requires_action" | "authorised" | "declined" | "captured" | "voided" | "expired" | "refunded";
                            decline_reason: ("insufficient_funds" | "do_not_honor" | "lost_card" | "stolen_card" | "expired_card" | "incorrect_cvc" | "processing_error" | "limit_exceeded" | "authentication_failed" | "cancelled_by_caller") | null;
                            acquirer: string;
                            acquirer_reference: string | null;
                            approval_number: string | null;
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
                            created_at: string;
                            reference_lost: boolean;
                            events: {
                                /** Format: uuid */
                                event_id: string;
                                kind: string;
                                status_after: string;
                                amount_minor: number | null;
                                reason: string | null;
                                /** Format: date-time */
                                at: string;
                            }[];
                            requests: {
                                /** Format: uuid */
                                request_id: string;
                                /** @enum {unknown} */
                                kind: "capture" | "void" | "refund";
                                /** @enum {unknown} */
                                state: "open" | "done" | "refused";
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                reason: string | null;
                                refused_because: string | null;
                                /** @description When the acquirer is asked again */
                                due_at: string | null;
                                /** Format: date-time */
                                created_at: string;
                            }[];
                            entries: {
                                /** Format: uuid */
                                transfer_id: string;
                                kind: string;
                                code: string;
                                debit: string;
                                credit: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                /** Format: date-time */
                                at: string;
                            }[];
                            disputes: {
                                /** Format: uuid */
                                dispute_id: string;
                                /** Format: uuid */
                                payment_id: string;
                                /** Format: uuid */
                                order_id: string;
                                payee: string;
                                acquirer: string;
                                acquirer_reference: string;
                                /** @enum {unknown} */
                                state: "open" | "won" | "lost";
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                covered_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                reason: string;
                                respond_by: string | null;
                                /** Format: date-time */
                                created_at: string;
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
    "/v1/staff/payments/{payment_id}/acquirer-reference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter what the acquirer calls a payment, where a restore has lost it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    payment_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        acquirer_reference: string;
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
                            acquirer_reference: string;
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
    "/v1/staff/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List disputes about payments, newest first */
        get: {
            parameters: {
                query: {
                    state?: "open" | "won" | "lost";
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
                            disputes: {
                                /** Format: uuid */
                                dispute_id: string;
                                /** Format: uuid */
                                payment_id: string;
                                /** Format: uuid */
                                order_id: string;
                                payee: string;
                                acquirer: string;
                                acquirer_reference: string;
                                /** @enum {unknown} */
                                state: "open" | "won" | "lost";
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                covered_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                reason: string;
                                respond_by: string | null;
                                /** Format: date-time */
                                created_at: string;
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
    "/v1/staff/books": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the trial balance, and whether captured = refunded + paid out + commission + in trust */
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
                            accounts: {
                                code: string;
                                subject_id: string;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                debits_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                credits_minor: number;
                                agrees: boolean;
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
                                debits_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                credits_minor: number;
                            }[];
                            payees: {
                                payee: string;
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
                                holds: boolean;
                            }[];
                            /** @description Whether the books balance. */
                            holds: boolean;
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
    "/v1/staff/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the statement of a payee for a day or a month (Korean time) */
        get: {
            parameters: {
                query: {
                    payee: string;
                    day?: string;
                    month?: string;
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
                            payee: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            until: string;
                            lines: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {unknown} */
                                kind: "capture" | "refund" | "payout" | "commission" | "payout_returned" | "commission_returned";
                                /** Format: uuid */
                                reference: string;
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
                            }[];
                            payouts?: {
                                /** Format: uuid */
                                payout_id: string;
                                payee: string;
                                /** @enum {unknown} */
                                status: "planned" | "sent" | "paid" | "returned";
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
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
                                /** Format: date-time */
                                paid_at?: string;
                                /** Format: date-time */
                                returned_at?: string;
                                return_reason?: string;
                                /** Format: date-time */
                                requested_at: string;
                                /** Format: date-time */
                                sent_at?: string;
                                /** @enum {unknown} */
                                waits_for?: "account" | "approval" | "bank";
                            }[];
                            accounts?: {
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
    "/v1/staff/statements.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download the statement of a payee for a day or a month as CSV */
        get: {
            parameters: {
                query: {
                    payee: string;
                    day?: string;
                    month?: string;
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
    "/v1/staff/statements.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download the statement of a payee for a day or a month as PDF */
        get: {
            parameters: {
                query: {
                    payee: string;
                    day?: string;
                    month?: string;
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
    "/v1/staff/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List payouts to shops, newest first */
        get: {
            parameters: {
                query: {
                    payee?: string;
                    state?: "planned" | "sent" | "paid" | "returned";
                    waits_for?: "approval" | "account";
                    day?: string;
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
                            payouts: {
                                /** Format: uuid */
                                payout_id: string;
                                payee: string;
                                /** @enum {unknown} */
                                status: "planned" | "sent" | "paid" | "returned";
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
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
                                /** Format: date-time */
                                paid_at?: string;
                                /** Format: date-time */
                                returned_at?: string;
                                return_reason?: string;
                                payer_party: string;
                                /** Format: date-time */
                                requested_at: string;
                                /** Format: date-time */
                                sent_at?: string;
                                /** @enum {unknown} */
                                waits_for?: "account" | "approval" | "bank";
                                approvals_needed: number;
                                approved_by: string[];
                                bank: string | null;
                                account_last4: string | null;
                                returned_by: ("staff" | "bank" | "payee_bank") | null;
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
    "/v1/staff/payouts/{payout_id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a payout above the limit; two people have to */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    payout_id: string;
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
                            payout_id: string;
                            payee: string;
                            /** @enum {unknown} */
                            status: "planned" | "sent" | "paid" | "returned";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
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
                            /** Format: date-time */
                            paid_at?: string;
                            /** Format: date-time */
                            returned_at?: string;
                            return_reason?: string;
                            approvals: number;
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
                404: components["responses"]["payout_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state" | "other_person_needed";
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
    "/v1/staff/payouts/{payout_id}/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a payout that is not on its way yet; its money stays in trust */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    payout_id: string;
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
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            payout_id: string;
                            payee: string;
                            /** @enum {unknown} */
                            status: "planned" | "sent" | "paid" | "returned";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
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
                            /** Format: date-time */
                            paid_at?: string;
                            /** Format: date-time */
                            returned_at?: string;
                            return_reason?: string;
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
                404: components["responses"]["payout_not_found"];
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
    "/v1/staff/exports/payments.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export payments as CSV, with the filters of the list */
        get: {
            parameters: {
                query?: {
                    order_id?: string;
                    status?: "processing" | "requires_action" | "authorised" | "declined" | "captured" | "voided" | "expired" | "refunded";
                    day?: string;
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
    "/v1/staff/exports/payouts.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export payouts to shops as CSV, with the filters of the list */
        get: {
            parameters: {
                query?: {
                    payee?: string;
                    state?: "planned" | "sent" | "paid" | "returned";
                    waits_for?: "approval" | "account";
                    day?: string;
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
    "/v1/staff/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get how acquirers and banks are doing */
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
                            /** Format: date-time */
                            at: string;
                            providers: {
                                /** @enum {unknown} */
                                kind: "acquirer" | "bank" | "operator" | "texts" | "email" | "voice" | "server";
                                name: string;
                                /** @enum {unknown} */
                                state: "working" | "failing" | "spared" | "idle";
                                /** Format: date-time */
                                last_success_at?: string;
                                /** Format: date-time */
                                last_failure_at?: string;
                                /** @description Of the newest requests. */
                                succeeded: number;
                                failed: number;
                                waiting: number;
                                /** Format: date-time */
                                oldest_waiting_at?: string;
                                silent?: {
                                    unanswered: number;
                                    /** Format: date-time */
                                    since: string;
                                    /** Format: date-time */
                                    next_probe_at: string;
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/payee-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List bank accounts of payees with their history, newest first */
        get: {
            parameters: {
                query: {
                    payee?: string;
                    state?: "entered" | "confirmed" | "refused" | "ended";
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
                            accounts: {
                                /** Format: uuid */
                                account_id: string;
                                payee: string;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                /** @enum {unknown} */
                                kind: "iban" | "kr";
                                bank_code: string | null;
                                last4: string;
                                /** @enum {unknown} */
                                state: "entered" | "confirmed" | "refused" | "ended";
                                entered_by: string;
                                holder: string;
                                /** Format: date-time */
                                entered_at: string;
                                decided_by: string | null;
                                decided_at: string | null;
                                ended_at: string | null;
                                reason: string | null;
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
        /** Enter the bank account of a payee: an IBAN, or the code of a Korean bank and the number */
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
                        payee: string;
                        /**
                         * @description ISO 4217 currency code.
                         * @example KRW
                         */
                        currency: string;
                        account: {
                            iban: string;
                        } | {
                            bank_code: string;
                            number: string;
                        };
                        holder: string;
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
                            account_id: string;
                            payee: string;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            /** @enum {unknown} */
                            kind: "iban" | "kr";
                            bank_code: string | null;
                            last4: string;
                            /** @enum {unknown} */
                            state: "entered" | "confirmed" | "refused" | "ended";
                            entered_by: string;
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
                            code: "idempotency_key_reused" | "bank_account_invalid" | "name_invalid";
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
    "/v1/staff/payee-accounts/{account_id}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm an account that somebody else entered; payouts go there from now on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    account_id: string;
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
                            account_id: string;
                            payee: string;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            /** @enum {unknown} */
                            kind: "iban" | "kr";
                            bank_code: string | null;
                            last4: string;
                            /** @enum {unknown} */
                            state: "entered" | "confirmed" | "refused" | "ended";
                            entered_by: string;
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
                404: components["responses"]["bank_account_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state" | "from_before_restore" | "other_person_needed";
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
    "/v1/staff/payee-accounts/{account_id}/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse an account that waits to be confirmed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    account_id: string;
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
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            account_id: string;
                            payee: string;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            /** @enum {unknown} */
                            kind: "iban" | "kr";
                            bank_code: string | null;
                            last4: string;
                            /** @enum {unknown} */
                            state: "entered" | "confirmed" | "refused" | "ended";
                            entered_by: string;
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
                404: components["responses"]["bank_account_not_found"];
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
    "/v1/staff/account-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List bank accounts that shops ask to be paid to, and that nobody has decided about */
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
                            proposals: {
                                /** Format: uuid */
                                proposal_id: string;
                                payee: string;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                /** @enum {unknown} */
                                kind: "iban" | "kr";
                                bank_code: string | null;
                                last4: string;
                                /** @enum {unknown} */
                                state: "waiting" | "taken_over" | "refused" | "replaced" | "outdated";
                                holder: string;
                                /** Format: date-time */
                                received_at: string;
                                /** @description The account that the shop is paid to now. */
                                paid_to: {
                                    bank_code: string | null;
                                    last4: string;
                                } | null;
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
    "/v1/staff/account-proposals/{proposal_id}/takeover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter the account that a shop asks for; somebody else has to confirm it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    proposal_id: string;
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
                            account_id: string;
                            payee: string;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            /** @enum {unknown} */
                            kind: "iban" | "kr";
                            bank_code: string | null;
                            last4: string;
                            /** @enum {unknown} */
                            state: "entered" | "confirmed" | "refused" | "ended";
                            entered_by: string;
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
                404: components["responses"]["account_proposal_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "wrong_state" | "from_before_restore";
                        };
                    };
                };
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "bank_account_invalid" | "name_invalid";
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
    "/v1/staff/account-proposals/{proposal_id}/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse an account that a shop asks for; the shop reads the reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    proposal_id: string;
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
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            proposal_id: string;
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
                404: components["responses"]["account_proposal_not_found"];
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
    "/v1/staff/bank-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List files for banks, or from them, newest first */
        get: {
            parameters: {
                query: {
                    direction: "to_bank" | "from_bank";
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
                            banks: string[];
                            files: {
                                /** Format: uuid */
                                file_id: string;
                                bank: string;
                                name: string;
                                /** Format: date-time */
                                created_at: string;
                                taken_at: string | null;
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
        /** Put in a file from a bank: a status report (pain.002) or what was booked (camt.054) */
        post: {
            parameters: {
                query: {
                    bank: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/xml": string;
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
                            file_id: string;
                            /** @description How many of our payments it decides. */
                            reports: number;
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
                404: components["responses"]["bank_not_found"];
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
                            code: "idempotency_key_reused" | "bank_file_unreadable";
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
    "/v1/staff/bank-files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file for a bank (pain.001) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file_id: string;
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
                        "application/xml": string;
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
                404: components["responses"]["bank_file_not_found"];
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
    "/v1/staff/bank-files/{file_id}/taken": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a file is on its way to the bank, and the payouts in it are sent */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file_id: string;
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
                            file_id: string;
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
                404: components["responses"]["bank_file_not_found"];
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
    "/v1/staff/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List comparisons of acquirers’ lists with our book, newest first */
        get: {
            parameters: {
                query: {
                    acquirer?: string;
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
                            reconciliations: {
                                /** Format: uuid */
                                reconciliation_id: string;
                                acquirer: string;
                                /** Format: date */
                                day: string;
                                /** @enum {unknown} */
                                state: "listing" | "paying" | "comparing" | "done";
                                pages: number;
                                movements: number;
                                staff_login: string | null;
                                /** Format: date-time */
                                created_at: string;
                                finished_at: string | null;
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
        /** Have an acquirer’s list of a day (Korean time) compared with our book now */
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
                        acquirer: string;
                        /** Format: date */
                        day: string;
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
                            reconciliation_id: string;
                            acquirer: string;
                            /** Format: date */
                            day: string;
                            /** @enum {unknown} */
                            state: "listing" | "paying" | "comparing" | "done";
                            pages: number;
                            movements: number;
                            staff_login: string | null;
                            /** Format: date-time */
                            created_at: string;
                            finished_at: string | null;
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
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "idempotency_key_reused" | "date_invalid";
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
    "/v1/staff/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List differences between acquirers’ lists and our book, newest first */
        get: {
            parameters: {
                query: {
                    state?: "waiting" | "open" | "closed";
                    kind?: "missing_at_acquirer" | "unknown_to_us" | "amount_differs" | "currency_differs" | "state_differs" | "charged_twice" | "refunded_twice" | "payout_differs" | "movement_changed";
                    acquirer?: string;
                    payment_id?: string;
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
                            differences: {
                                /** Format: uuid */
                                difference_id: string;
                                acquirer: string;
                                /** @enum {unknown} */
                                about: "charge" | "refund" | "charge_back" | "movement";
                                /** @enum {unknown} */
                                kind: "missing_at_acquirer" | "unknown_to_us" | "amount_differs" | "currency_differs" | "state_differs" | "charged_twice" | "refunded_twice" | "payout_differs" | "movement_changed";
                                payment_id: string | null;
                                order_id: string | null;
                                reference: string | null;
                                movement_kind: string | null;
                                /** @description Amount in the currency’s minor unit; negative: away from us. */
                                ours_minor: number;
                                /** @description Amount in the currency’s minor unit; negative: away from us. */
                                theirs_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                theirs_currency: string;
                                /** @enum {unknown} */
                                state: "waiting" | "open" | "closed";
                                /** Format: date-time */
                                found_at: string;
                                closed_at: string | null;
                                closed_because: ("agreed" | "changed" | "dismissed") | null;
                                dismissed_because: string | null;
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
    "/v1/staff/differences/{difference_id}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a difference that was cleared up, and say how */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    difference_id: string;
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
                            difference_id: string;
                            acquirer: string;
                            /** @enum {unknown} */
                            about: "charge" | "refund" | "charge_back" | "movement";
                            /** @enum {unknown} */
                            kind: "missing_at_acquirer" | "unknown_to_us" | "amount_differs" | "currency_differs" | "state_differs" | "charged_twice" | "refunded_twice" | "payout_differs" | "movement_changed";
                            payment_id: string | null;
                            order_id: string | null;
                            reference: string | null;
                            movement_kind: string | null;
                            /** @description Amount in the currency’s minor unit; negative: away from us. */
                            ours_minor: number;
                            /** @description Amount in the currency’s minor unit; negative: away from us. */
                            theirs_minor: number;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            theirs_currency: string;
                            /** @enum {unknown} */
                            state: "waiting" | "open" | "closed";
                            /** Format: date-time */
                            found_at: string;
                            closed_at: string | null;
                            closed_because: ("agreed" | "changed" | "dismissed") | null;
                            dismissed_because: string | null;
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
    "/v1/staff/restore": {
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
    "/v1/staff/restore/findings/{finding_no}/acknowledgement": {
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
    "/v1/staff/restore/acknowledgements": {
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
    "/v1/peer/payment-method-setups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a card session, where a customer enters a card; another each time, and its address is stored nowhere */
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
                        payer_reference: string;
                        return_url?: string;
                        shared_device?: boolean;
                        payee?: string;
                        /**
                         * @description ISO 4217 currency code.
                         * @example KRW
                         */
                        currency?: string;
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
                            setup_id: string;
                            card_entry_url: string;
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
                            code: "signature_missing" | "signature_invalid" | "signature_stale" | "content_digest_mismatch" | "signature_replayed";
                        };
                    };
                };
                403: components["responses"]["caller_not_permitted"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["currency_unsupported"];
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
    "/v1/peer/payment-methods/{payment_method_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a payment method by its token */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    payment_method_id: string;
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
                            payment_method_id: string;
                            /** Format: uuid */
                            payer_reference: string;
                            brand: string;
                            last4: string;
                            expiry_month?: number;
                            expiry_year?: number;
                            card_fingerprint?: string;
                            /** @enum {boolean} */
                            charged_at_capture?: true;
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
                404: components["responses"]["payment_method_not_found"];
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
    "/v1/peer/payment-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say where payment methods can be used */
        get: {
            parameters: {
                query: {
                    ids: string;
                    currencies: string;
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
                            payment_methods: {
                                payment_method_id: string;
                                acquirer?: string;
                                payees?: string[];
                                currencies: string[];
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
    "/v1/peer/keyed-cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say whether cards keyed in on a phone are taken, and which parts are needed */
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
                            taken: boolean;
                            parts: ("number" | "expiry" | "security_code")[];
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
        /** Add a card that the payer keyed in on a phone, each part sealed for this server */
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
                        card_entry_id: string;
                        /** Format: uuid */
                        payer_reference: string;
                        sealed_number: string;
                        sealed_expiry: string;
                        sealed_security_code?: string;
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
                            payment_method_id: string;
                            /** Format: uuid */
                            payer_reference: string;
                            brand: string;
                            last4: string;
                            expiry_month?: number;
                            expiry_year?: number;
                            card_fingerprint?: string;
                            /** @enum {boolean} */
                            charged_at_capture?: true;
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
                404: components["responses"]["payment_method_not_found"];
                409: components["responses"]["request_in_progress"];
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
                            code: "idempotency_key_reused" | "keyed_cards_not_taken" | "sealed_card_unreadable";
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
    "/v1/peer/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Authorise a payment (Purchase 4-5) */
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
                404: components["responses"]["payment_method_not_found"];
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
    "/v1/peer/payments/by-order/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Look up a payment by the caller’s order ID */
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
    "/v1/peer/payments/by-order/{order_id}/captures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Capture a payment, in full or in part (Purchase 12) */
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
        /** Void a payment; an authorise that arrives later loses */
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
                        } | {
                            /** Format: uuid */
                            order_id: string;
                            /** @enum {string} */
                            status: "voided";
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
    "/v1/peer/payments/by-order/{order_id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refund a payment, in full or in part */
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
    "/v1/peer/payments/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the disputes about the caller’s payments that have changed since a position */
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
    "/v1/peer/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay a shop for redemptions in its stores, less commission */
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
                        payout_id: string;
                        payee: string;
                        /**
                         * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                         * @example 50000
                         */
                        gross_minor: number;
                        /**
                         * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                         * @example 0
                         */
                        commission_minor: number;
                        /**
                         * @description ISO 4217 currency code.
                         * @example KRW
                         */
                        currency: string;
                        /** Format: date-time */
                        used_from: string;
                        /** Format: date-time */
                        used_until: string;
                        reads_states?: boolean;
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
                            payout_id: string;
                            payee: string;
                            /** @enum {unknown} */
                            status: "planned" | "sent" | "paid" | "returned";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
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
                            /** Format: date-time */
                            paid_at?: string;
                            /** Format: date-time */
                            returned_at?: string;
                            return_reason?: string;
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
                            code: "idempotency_key_reused" | "amount_out_of_range" | "payout_exceeds_funds";
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
    "/v1/peer/payouts/{payout_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what became of a payout */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    payout_id: string;
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
                            payout_id: string;
                            payee: string;
                            /** @enum {unknown} */
                            status: "planned" | "sent" | "paid" | "returned";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
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
                            /** Format: date-time */
                            paid_at?: string;
                            /** Format: date-time */
                            returned_at?: string;
                            return_reason?: string;
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
                404: components["responses"]["payout_not_found"];
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
    "/v1/peer/payee-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the bank accounts of the shop that asks, with when each was entered, decided and ended */
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
                            accounts: {
                                /** Format: uuid */
                                account_id: string;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                bank_code?: string;
                                last4: string;
                                /** @enum {unknown} */
                                state: "entered" | "confirmed" | "refused" | "ended";
                                /** Format: date-time */
                                entered_at: string;
                                /** Format: date-time */
                                decided_at?: string;
                                /** Format: date-time */
                                ended_at?: string;
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
    "/v1/peer/account-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what became of the bank accounts that the shop that asks has asked for */
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
                            proposals: {
                                /** Format: uuid */
                                proposal_id: string;
                                /** @enum {unknown} */
                                state: "waiting" | "taken_over" | "refused" | "replaced" | "outdated";
                                /** Format: date-time */
                                received_at: string;
                                /** Format: date-time */
                                decided_at?: string;
                                reason?: string;
                                account?: {
                                    /** Format: uuid */
                                    account_id: string;
                                    /** @enum {unknown} */
                                    state: "entered" | "confirmed" | "refused" | "ended";
                                    /** Format: date-time */
                                    decided_at?: string;
                                    /** Format: date-time */
                                    ended_at?: string;
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
        /** Ask to be paid to another bank account; staff take it over or refuse it */
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
                        proposal_id: string;
                        /**
                         * @description ISO 4217 currency code.
                         * @example KRW
                         */
                        currency: string;
                        sealed_account: string;
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
                            proposal_id: string;
                            /** @enum {unknown} */
                            state: "waiting" | "taken_over" | "refused" | "replaced" | "outdated";
                            /** Format: date-time */
                            received_at: string;
                            /** Format: date-time */
                            decided_at?: string;
                            reason?: string;
                            account?: {
                                /** Format: uuid */
                                account_id: string;
                                /** @enum {unknown} */
                                state: "entered" | "confirmed" | "refused" | "ended";
                                /** Format: date-time */
                                decided_at?: string;
                                /** Format: date-time */
                                ended_at?: string;
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
                            code: "idempotency_key_reused" | "sealed_account_unreadable" | "bank_account_invalid" | "name_invalid";
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
    "/v1/peer/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the statement of a payee; a shop sees only its own */
        get: {
            parameters: {
                query: {
                    payee: string;
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
                            payee: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            until: string;
                            lines: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {unknown} */
                                kind: "capture" | "refund" | "payout" | "commission" | "payout_returned" | "commission_returned";
                                /** Format: uuid */
                                reference: string;
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
                            }[];
                            payouts?: {
                                /** Format: uuid */
                                payout_id: string;
                                payee: string;
                                /** @enum {unknown} */
                                status: "planned" | "sent" | "paid" | "returned";
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
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
                                /** Format: date-time */
                                paid_at?: string;
                                /** Format: date-time */
                                returned_at?: string;
                                return_reason?: string;
                                /** Format: date-time */
                                requested_at: string;
                                /** Format: date-time */
                                sent_at?: string;
                                /** @enum {unknown} */
                                waits_for?: "account" | "approval" | "bank";
                            }[];
                            accounts?: {
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
                /** @description Forbidden */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "caller_not_permitted" | "forbidden";
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
        payment_method_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "payment_method_not_found";
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
        payout_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "payout_not_found";
                };
            };
        };
        /** @description Not Found */
        bank_account_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "bank_account_not_found";
                };
            };
        };
        /** @description Not Found */
        account_proposal_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "account_proposal_not_found";
                };
            };
        };
        /** @description Not Found */
        bank_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "bank_not_found";
                };
            };
        };
        /** @description Not Found */
        bank_file_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "bank_file_not_found";
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
        /** @description Unprocessable Entity */
        currency_unsupported: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "currency_unsupported";
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
