// Made by `npm run schema` from the server's OpenAPI document.
export interface paths {
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign up; codes are sent to the mobile number, or said in a call, and to the email address */
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
                        /** @description An email address; its part before the @ must be ASCII. */
                        email: string;
                        /** @description A phone number in any common form. */
                        mobile: string;
                        password: string;
                        /** @description A PIN; spaces, hyphens and full-width digits are understood. */
                        phone_pin: string;
                        /** @enum {unknown} */
                        locale: "ko" | "en" | "ja" | "zh";
                        /** @enum {unknown} */
                        preferred_channel: "sms" | "email";
                        /** @enum {unknown} */
                        code_by?: "text" | "call";
                        consents?: {
                            terms?: number;
                            privacy?: number;
                            marketing?: number;
                        };
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
                            member_id: string;
                            codes_sent_to: ("sms" | "email")[];
                            /** Format: date-time */
                            codes_expire_at: string;
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
                            code: "idempotency_key_reused" | "name_invalid" | "phone_number_invalid" | "country_not_served" | "email_invalid" | "password_too_weak" | "pin_not_digits" | "pin_wrong_length" | "pin_repeated" | "pin_sequence" | "pin_contains_phone" | "pin_common" | "consent_required";
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
    "/v1/members/{member_id}/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify the mobile number or the email address with its code */
        post: {
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
                        /** @enum {unknown} */
                        channel: "sms" | "email";
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
                            verified: ("sms" | "email")[];
                            member_number?: string;
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
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "member_exists" | "request_in_progress";
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
                            code: "code_not_digits" | "verification_code_wrong";
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
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in with email address or member number and password. After too many wrong ones from places where the member never logged in, the answer is 202, and a code is needed too */
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
                        /** @description An email address; its part before the @ must be ASCII. */
                        email: string;
                        password: string;
                        /** @description For this server’s own pages: keep the session in a cookie instead of returning its token. */
                        use_cookie?: boolean;
                    } | {
                        /** @description A member number; spaces, hyphens and full-width digits are understood. */
                        member_number: string;
                        password: string;
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
                            member: {
                                /** Format: uuid */
                                member_id: string;
                                member_number: string;
                                name: string;
                                /** @enum {unknown} */
                                locale: "ko" | "en" | "ja" | "zh";
                            };
                            payment_methods: {
                                payment_method_id: string;
                                brand: string;
                                /** @example **** **** **** 4242 */
                                masked_number: string;
                                expiry_month?: number;
                                expiry_year?: number;
                                /** @description Nothing is held on it; the card is charged, and may be declined, when the buyer confirms. */
                                charged_at_capture: boolean;
                                /** @description Good for the shops that have the same settlement server. */
                                settlement: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            second_factor: {
                                /** Format: uuid */
                                request_id: string;
                                /** Format: date-time */
                                code_expires_at: string;
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
                            code: "email_invalid" | "member_number_invalid";
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
    "/v1/sessions/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete a log-in with the code that a right password has sent */
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
                        request_id: string;
                        /** @description A one-time code; spaces, hyphens and full-width digits are understood, and the text in which it was sent. */
                        code: string;
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
                            member: {
                                /** Format: uuid */
                                member_id: string;
                                member_number: string;
                                name: string;
                                /** @enum {unknown} */
                                locale: "ko" | "en" | "ja" | "zh";
                            };
                            payment_methods: {
                                payment_method_id: string;
                                brand: string;
                                /** @example **** **** **** 4242 */
                                masked_number: string;
                                expiry_month?: number;
                                expiry_year?: number;
                                /** @description Nothing is held on it; the card is charged, and may be declined, when the buyer confirms. */
                                charged_at_capture: boolean;
                                /** @description Good for the shops that have the same settlement server. */
                                settlement: string;
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
                401: components["responses"]["credentials_wrong"];
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
                            code: "code_not_digits" | "verification_code_wrong";
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
    "/v1/terminal-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in at a terminal for which its shop vouches, with member number and phone PIN */
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
                        /** @description A member number; spaces, hyphens and full-width digits are understood. */
                        member_number: string;
                        /** @description A PIN; spaces, hyphens and full-width digits are understood. */
                        phone_pin: string;
                        permit: string;
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
                            member: {
                                /** Format: uuid */
                                member_id: string;
                                member_number: string;
                                name: string;
                                /** @enum {unknown} */
                                locale: "ko" | "en" | "ja" | "zh";
                            };
                            payment_methods: {
                                payment_method_id: string;
                                brand: string;
                                /** @example **** **** **** 4242 */
                                masked_number: string;
                                expiry_month?: number;
                                expiry_year?: number;
                                /** @description Nothing is held on it; the card is charged, and may be declined, when the buyer confirms. */
                                charged_at_capture: boolean;
                                /** @description Good for the shops that have the same settlement server. */
                                settlement: string;
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
                            code: "terminal_permit_invalid" | "credentials_wrong";
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
                            code: "member_number_invalid" | "pin_not_digits" | "pin_wrong_length";
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
    "/v1/sessions/current": {
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
    "/v1/members/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List where I am logged in */
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
                                /** @enum {unknown} */
                                line: "web" | "phone" | "terminal";
                                current: boolean;
                                /** Format: date-time */
                                created_at: string;
                                /** Format: date-time */
                                last_used_at: string;
                                browser?: string;
                                /** @description The address without its end. */
                                area?: string;
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
        post?: never;
        /** Log out everywhere else */
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
    "/v1/members/me/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Log out elsewhere */
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/me/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove again who I am, by password or passkey, before a change that asks for it (proof_required) */
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
                        passkey: {
                            credential_id: string;
                            client_data: string;
                            authenticator_data: string;
                            signature: string;
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
                            code: "unauthenticated" | "session_expired" | "credentials_wrong" | "passkey_wrong";
                        };
                    };
                };
                403: components["responses"]["forbidden"];
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
    "/v1/recoveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forgot the password or phone PIN: a code goes to the member’s mail address, if there is such a member */
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
                        /** @description An email address; its part before the @ must be ASCII. */
                        email: string;
                    } | {
                        /** @description A member number; spaces, hyphens and full-width digits are understood. */
                        member_number: string;
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
                            recovery_id: string;
                            /** Format: date-time */
                            code_expires_at: string;
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
                /** @description Unprocessable Entity */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "email_invalid" | "member_number_invalid";
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
    "/v1/recoveries/{recovery_id}/email-proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter the code from the mail; the member’s phone gets another */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recovery_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A one-time code; spaces, hyphens and full-width digits are understood, and the text in which it was sent. */
                        code: string;
                        /** @enum {unknown} */
                        phone_code_by?: "text" | "call";
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
                            masked_phone: string;
                            /** @enum {unknown} */
                            sent_by: "text" | "call";
                            /** Format: date-time */
                            code_expires_at: string;
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
                            code: "code_not_digits" | "verification_code_wrong";
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
    "/v1/recoveries/{recovery_id}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter the code from the phone, and choose a new password, phone PIN, or both; all sessions end */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recovery_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A one-time code; spaces, hyphens and full-width digits are understood, and the text in which it was sent. */
                        code: string;
                        new_password: string;
                        /** @description A PIN; spaces, hyphens and full-width digits are understood. */
                        new_phone_pin?: string;
                        remove_passkeys?: boolean;
                    } | {
                        /** @description A one-time code; spaces, hyphens and full-width digits are understood, and the text in which it was sent. */
                        code: string;
                        /** @description A PIN; spaces, hyphens and full-width digits are understood. */
                        new_phone_pin: string;
                        remove_passkeys?: boolean;
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
                            code: "code_not_digits" | "verification_code_wrong" | "password_too_weak" | "pin_not_digits" | "pin_wrong_length" | "pin_repeated" | "pin_sequence" | "pin_contains_phone" | "pin_common";
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
    "/v1/members/me/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close my account; gifts and refunds go on */
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
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            closed_at: string;
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
                            code: "forbidden" | "proof_required";
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
    "/v1/members/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get my profile */
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
                            member_number: string;
                            name: string;
                            email: string | null;
                            mobile: string | null;
                            landline: string | null;
                            /** @enum {unknown} */
                            locale: "ko" | "en" | "ja" | "zh";
                            /** @enum {unknown} */
                            preferred_channel: "sms" | "email" | "voice";
                            notices: {
                                gift_accepted: boolean;
                                certificate_issued: boolean;
                                certificate_used: boolean;
                                use_reversed: boolean;
                                birthday_soon: boolean;
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
        delete?: never;
        options?: never;
        head?: never;
        /** Update name, language, channel and notices; omitted fields stay as they are */
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
                        /** @enum {unknown} */
                        locale?: "ko" | "en" | "ja" | "zh";
                        /** @enum {unknown} */
                        preferred_channel?: "sms" | "email" | "voice";
                        notices?: {
                            gift_accepted?: boolean;
                            certificate_issued?: boolean;
                            certificate_used?: boolean;
                            use_reversed?: boolean;
                            birthday_soon?: boolean;
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
                            member_id: string;
                            member_number: string;
                            name: string;
                            email: string | null;
                            mobile: string | null;
                            landline: string | null;
                            /** @enum {unknown} */
                            locale: "ko" | "en" | "ja" | "zh";
                            /** @enum {unknown} */
                            preferred_channel: "sms" | "email" | "voice";
                            notices: {
                                gift_accepted: boolean;
                                certificate_issued: boolean;
                                certificate_used: boolean;
                                use_reversed: boolean;
                                birthday_soon: boolean;
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
        trace?: never;
    };
    "/v1/members/me/contact-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start changing or adding a mobile number, email address or landline; a code is sent to the new one, or said there */
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
                        /** @enum {unknown} */
                        channel: "sms" | "email" | "voice";
                        /** @description An email address; its part before the @ must be ASCII. */
                        address: string;
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
                            /** @enum {unknown} */
                            channel: "sms" | "email" | "voice";
                            /** Format: date-time */
                            code_expires_at: string;
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
                            code: "forbidden" | "proof_required";
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
                            code: "idempotency_key_reused" | "phone_number_invalid" | "country_not_served" | "email_invalid";
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
    "/v1/members/me/contact-changes/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify the new number or address with the code; it replaces the old one */
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
                        /** @enum {unknown} */
                        channel: "sms" | "email" | "voice";
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
                            member_number: string;
                            name: string;
                            email: string | null;
                            mobile: string | null;
                            landline: string | null;
                            /** @enum {unknown} */
                            locale: "ko" | "en" | "ja" | "zh";
                            /** @enum {unknown} */
                            preferred_channel: "sms" | "email" | "voice";
                            notices: {
                                gift_accepted: boolean;
                                certificate_issued: boolean;
                                certificate_used: boolean;
                                use_reversed: boolean;
                                birthday_soon: boolean;
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
    "/v1/members/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the password; all other sessions end */
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
                        old_password: string;
                        new_password: string;
                        /** @description Also removes all passkeys, in case somebody else has added one. */
                        remove_passkeys?: boolean;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/me/phone-pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the phone PIN; all other sessions end */
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
                        /** @description A PIN; spaces, hyphens and full-width digits are understood. */
                        old_phone_pin: string;
                        /** @description A PIN; spaces, hyphens and full-width digits are understood. */
                        new_phone_pin: string;
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
                            code: "idempotency_key_reused" | "pin_not_digits" | "pin_wrong_length" | "pin_repeated" | "pin_sequence" | "pin_contains_phone" | "pin_common";
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
    "/v1/members/me/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what there is to agree to, and what the member answered */
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
                            consents: {
                                /** @enum {unknown} */
                                document: "terms" | "privacy" | "marketing";
                                version: number;
                                required: boolean;
                                /** @description To the version in force. */
                                agreed: boolean;
                                answered?: {
                                    version: number;
                                    given: boolean;
                                    /** Format: date-time */
                                    at: string;
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
        /** Agree to the version in force, or withdraw consent to marketing */
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
                        /** @enum {unknown} */
                        document: "terms" | "privacy" | "marketing";
                        version: number;
                        given: boolean;
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
                            consents: {
                                /** @enum {unknown} */
                                document: "terms" | "privacy" | "marketing";
                                version: number;
                                required: boolean;
                                /** @description To the version in force. */
                                agreed: boolean;
                                answered?: {
                                    version: number;
                                    given: boolean;
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
                404: components["responses"]["document_not_found"];
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
                            code: "idempotency_key_reused" | "consent_required";
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
    "/v1/members/me/passkeys": {
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
                            code: "forbidden" | "proof_required";
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
    "/v1/members/me/passkeys/challenges": {
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
                            code: "forbidden" | "proof_required";
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
    "/v1/members/me/passkeys/{passkey_id}": {
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/passkey-challenges": {
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
    "/v1/passkey-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in with a passkey */
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
                            member: {
                                /** Format: uuid */
                                member_id: string;
                                member_number: string;
                                name: string;
                                /** @enum {unknown} */
                                locale: "ko" | "en" | "ja" | "zh";
                            };
                            payment_methods: {
                                payment_method_id: string;
                                brand: string;
                                /** @example **** **** **** 4242 */
                                masked_number: string;
                                expiry_month?: number;
                                expiry_year?: number;
                                /** @description Nothing is held on it; the card is charged, and may be declined, when the buyer confirms. */
                                charged_at_capture: boolean;
                                /** @description Good for the shops that have the same settlement server. */
                                settlement: string;
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
                            code: "passkey_wrong" | "credentials_wrong";
                        };
                    };
                };
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
    "/v1/payment-method-setups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a card session at the settlement server of a shop, which returns here, or to the terminal that asks; another each time, and its address is stored nowhere */
        post: {
            parameters: {
                query?: {
                    shop_id?: string;
                };
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
                404: components["responses"]["shop_not_found"];
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my payment methods, and at which shops each can be used */
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
                            payment_methods: {
                                payment_method_id: string;
                                brand: string;
                                /** @example **** **** **** 4242 */
                                masked_number: string;
                                expiry_month?: number;
                                expiry_year?: number;
                                /** @description Nothing is held on it; the card is charged, and may be declined, when the buyer confirms. */
                                charged_at_capture: boolean;
                                /** @description Good for the shops that have the same settlement server. */
                                settlement: string;
                                /** @description The payment provider, if settlement said */
                                provider?: string;
                                /** @description Those on sale at which it can be used */
                                shops: string[];
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
        /** Add a payment method by the token from the settlement server */
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
                        payment_method_id: string;
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
                            /** @example **** **** **** 4242 */
                            masked_number: string;
                            expiry_month?: number;
                            expiry_year?: number;
                            /** @description Nothing is held on it; the card is charged, and may be declined, when the buyer confirms. */
                            charged_at_capture: boolean;
                            /** @description Good for the shops that have the same settlement server. */
                            settlement: string;
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
                404: components["responses"]["payment_method_not_found"];
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
    "/v1/payment-methods/{payment_method_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a payment method */
        delete: {
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List shops and the amounts they sell */
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
                            shops: {
                                shop_id: string;
                                name_ko: string;
                                name_en: string;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                /** @description The settlement server whose payment methods it takes. */
                                settlement: string;
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
                                description_ko?: string;
                                description_en?: string;
                                image_key?: string;
                                /** @description The shop’s own picture, at `/pictures/:picture_id`; it comes before `image_key`. */
                                picture_id?: string;
                                /** @description What a certificate can and can’t be used for, as the shop says. */
                                usage_ko?: string;
                                usage_en?: string;
                                /** @description Days the recipient has to accept. */
                                answer_days: number;
                                /** @description Months a certificate is valid. */
                                validity_months: number;
                                /** @description Days after the delivery in which an accepted gift can be refunded if none of it has been used. */
                                refund_days: number;
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
    "/v1/shops/{shop_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a shop */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    shop_id: string;
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
                            shop_id: string;
                            name_ko: string;
                            name_en: string;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            /** @description The settlement server whose payment methods it takes. */
                            settlement: string;
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
                            description_ko?: string;
                            description_en?: string;
                            image_key?: string;
                            /** @description The shop’s own picture, at `/pictures/:picture_id`; it comes before `image_key`. */
                            picture_id?: string;
                            /** @description What a certificate can and can’t be used for, as the shop says. */
                            usage_ko?: string;
                            usage_en?: string;
                            /** @description Days the recipient has to accept. */
                            answer_days: number;
                            /** @description Months a certificate is valid. */
                            validity_months: number;
                            /** @description Days after the delivery in which an accepted gift can be refunded if none of it has been used. */
                            refund_days: number;
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
                404: components["responses"]["shop_not_found"];
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
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my gifts, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    before?: string;
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
                            orders: {
                                /** Format: uuid */
                                order_id: string;
                                /** Format: uuid */
                                group_id?: string;
                                shop_id: string;
                                /** @enum {unknown} */
                                state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                                /**
                                 * @description The state of the gift as it is shown to people, with what became of its certificate.
                                 * @enum {unknown}
                                 */
                                gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                                /** @description What its buyer can do with it now. */
                                actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                                message?: string;
                                card_design?: string;
                                /** Format: date-time */
                                deliver_at?: string;
                                action_url?: string;
                                decline_reason?: string;
                                end_reason?: string;
                                recipient?: {
                                    masked_name: string;
                                    masked_address: string;
                                    /** @enum {unknown} */
                                    channel: "sms" | "email" | "voice";
                                    recycled?: boolean;
                                    /** @enum {boolean} */
                                    to_be_confirmed?: true;
                                    /** Format: uuid */
                                    read_back_id?: string;
                                };
                                refusal_word?: string;
                                certificate_last4?: string;
                                /** Format: date-time */
                                answer_by?: string;
                                /** Format: date-time */
                                refund_until?: string;
                                /** @enum {unknown} */
                                dispute?: "open" | "lost";
                                cash?: {
                                    /** @description Of the till that took the cash. */
                                    receipt_no?: string;
                                };
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
        /** Order a certificate and authorise its amount (Purchase 3-5) */
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
                        shop_id: string;
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
                        /** @description One of the member’s cards, or `cash` at a terminal of the shop. */
                        payment_method_id: string;
                        /** @description At most 200 letters of plain text; links are refused. */
                        message?: string;
                        card_design?: string;
                        /** Format: date-time */
                        deliver_at?: string;
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
                            /** Format: uuid */
                            group_id?: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                            /**
                             * @description The state of the gift as it is shown to people, with what became of its certificate.
                             * @enum {unknown}
                             */
                            gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            /** @description What its buyer can do with it now. */
                            actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            recipient?: {
                                masked_name: string;
                                masked_address: string;
                                /** @enum {unknown} */
                                channel: "sms" | "email" | "voice";
                                recycled?: boolean;
                                /** @enum {boolean} */
                                to_be_confirmed?: true;
                                /** Format: uuid */
                                read_back_id?: string;
                            };
                            refusal_word?: string;
                            certificate_last4?: string;
                            /** Format: date-time */
                            answer_by?: string;
                            /** Format: date-time */
                            refund_until?: string;
                            /** @enum {unknown} */
                            dispute?: "open" | "lost";
                            cash?: {
                                /** @description Of the till that took the cash. */
                                receipt_no?: string;
                            };
                            /** Format: date-time */
                            created_at: string;
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
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "shop_not_found" | "payment_method_not_found";
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
                            code: "idempotency_key_reused" | "currency_unsupported" | "amount_out_of_range" | "delivery_date_out_of_range" | "message_invalid" | "message_has_link" | "payment_method_elsewhere" | "cash_not_here";
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
    "/v1/orders/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one of my gifts */
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
                            order_id: string;
                            /** Format: uuid */
                            group_id?: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                            /**
                             * @description The state of the gift as it is shown to people, with what became of its certificate.
                             * @enum {unknown}
                             */
                            gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            /** @description What its buyer can do with it now. */
                            actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            recipient?: {
                                masked_name: string;
                                masked_address: string;
                                /** @enum {unknown} */
                                channel: "sms" | "email" | "voice";
                                recycled?: boolean;
                                /** @enum {boolean} */
                                to_be_confirmed?: true;
                                /** Format: uuid */
                                read_back_id?: string;
                            };
                            refusal_word?: string;
                            certificate_last4?: string;
                            /** Format: date-time */
                            answer_by?: string;
                            /** Format: date-time */
                            refund_until?: string;
                            /** @enum {unknown} */
                            dispute?: "open" | "lost";
                            cash?: {
                                /** @description Of the till that took the cash. */
                                receipt_no?: string;
                            };
                            /** Format: date-time */
                            created_at: string;
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
                404: components["responses"]["order_not_found"];
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
    "/v1/orders/{order_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the timeline of a gift */
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
                            events: {
                                /** Format: date-time */
                                at: string;
                                kind: string;
                                state: string;
                                detail: unknown;
                                trace_id: string;
                            }[];
                            messages: {
                                /** Format: date-time */
                                at: string;
                                kind: string;
                                /** @enum {unknown} */
                                channel: "sms" | "email" | "voice";
                                state: string;
                                /** Format: date-time */
                                delivered_at?: string;
                                problem?: string;
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
                404: components["responses"]["order_not_found"];
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
    "/v1/orders/{order_id}/recipient": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the recipient; the masked name is read back (Purchase 6-10) */
        put: {
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
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @description Call the recipient instead of texting, as is always done for landlines. */
                        by_call?: boolean;
                        /** @description A name in any script; line ends, links and phone numbers are refused. */
                        name?: string;
                    } | {
                        /** @description An email address; its part before the @ must be ASCII. */
                        email: string;
                        /** @description A name in any script; line ends, links and phone numbers are refused. */
                        name: string;
                    } | {
                        /** @enum {boolean} */
                        self: true;
                    } | {
                        /** Format: uuid */
                        same_as: string;
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
                            /** Format: uuid */
                            group_id?: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                            /**
                             * @description The state of the gift as it is shown to people, with what became of its certificate.
                             * @enum {unknown}
                             */
                            gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            /** @description What its buyer can do with it now. */
                            actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            recipient?: {
                                masked_name: string;
                                masked_address: string;
                                /** @enum {unknown} */
                                channel: "sms" | "email" | "voice";
                                recycled?: boolean;
                                /** @enum {boolean} */
                                to_be_confirmed?: true;
                                /** Format: uuid */
                                read_back_id?: string;
                            };
                            refusal_word?: string;
                            certificate_last4?: string;
                            /** Format: date-time */
                            answer_by?: string;
                            /** Format: date-time */
                            refund_until?: string;
                            /** @enum {unknown} */
                            dispute?: "open" | "lost";
                            cash?: {
                                /** @description Of the till that took the cash. */
                                receipt_no?: string;
                            };
                            /** Format: date-time */
                            created_at: string;
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
                404: components["responses"]["order_not_found"];
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
                            code: "idempotency_key_reused" | "phone_number_invalid" | "email_invalid" | "name_invalid" | "recipient_unknown" | "recipient_name_missing";
                        };
                    };
                };
                429: components["responses"]["read_back_limit"];
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the name read back; the payment is captured (Purchase 11-13) */
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
                        read_back_id: string;
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
                            /** Format: uuid */
                            group_id?: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                            /**
                             * @description The state of the gift as it is shown to people, with what became of its certificate.
                             * @enum {unknown}
                             */
                            gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            /** @description What its buyer can do with it now. */
                            actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            recipient?: {
                                masked_name: string;
                                masked_address: string;
                                /** @enum {unknown} */
                                channel: "sms" | "email" | "voice";
                                recycled?: boolean;
                                /** @enum {boolean} */
                                to_be_confirmed?: true;
                                /** Format: uuid */
                                read_back_id?: string;
                            };
                            refusal_word?: string;
                            certificate_last4?: string;
                            /** Format: date-time */
                            answer_by?: string;
                            /** Format: date-time */
                            refund_until?: string;
                            /** @enum {unknown} */
                            dispute?: "open" | "lost";
                            cash?: {
                                /** @description Of the till that took the cash. */
                                receipt_no?: string;
                            };
                            /** Format: date-time */
                            created_at: string;
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
                404: components["responses"]["order_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "share_of_group" | "wrong_state" | "recipient_changed";
                        };
                    };
                };
                410: components["responses"]["authorisation_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                429: components["responses"]["strangers_limit"];
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
    "/v1/orders/{order_id}/abandonment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up; the authorisation is released */
        post: {
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
                            order_id: string;
                            /** Format: uuid */
                            group_id?: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                            /**
                             * @description The state of the gift as it is shown to people, with what became of its certificate.
                             * @enum {unknown}
                             */
                            gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            /** @description What its buyer can do with it now. */
                            actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            recipient?: {
                                masked_name: string;
                                masked_address: string;
                                /** @enum {unknown} */
                                channel: "sms" | "email" | "voice";
                                recycled?: boolean;
                                /** @enum {boolean} */
                                to_be_confirmed?: true;
                                /** Format: uuid */
                                read_back_id?: string;
                            };
                            refusal_word?: string;
                            certificate_last4?: string;
                            /** Format: date-time */
                            answer_by?: string;
                            /** Format: date-time */
                            refund_until?: string;
                            /** @enum {unknown} */
                            dispute?: "open" | "lost";
                            cash?: {
                                /** @description Of the till that took the cash. */
                                receipt_no?: string;
                            };
                            /** Format: date-time */
                            created_at: string;
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
                404: components["responses"]["order_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "share_of_group" | "wrong_state";
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
    "/v1/orders/{order_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the gift back before it is accepted; it is refunded */
        post: {
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
                            order_id: string;
                            /** Format: uuid */
                            group_id?: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                            /**
                             * @description The state of the gift as it is shown to people, with what became of its certificate.
                             * @enum {unknown}
                             */
                            gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            /** @description What its buyer can do with it now. */
                            actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            recipient?: {
                                masked_name: string;
                                masked_address: string;
                                /** @enum {unknown} */
                                channel: "sms" | "email" | "voice";
                                recycled?: boolean;
                                /** @enum {boolean} */
                                to_be_confirmed?: true;
                                /** Format: uuid */
                                read_back_id?: string;
                            };
                            refusal_word?: string;
                            certificate_last4?: string;
                            /** Format: date-time */
                            answer_by?: string;
                            /** Format: date-time */
                            refund_until?: string;
                            /** @enum {unknown} */
                            dispute?: "open" | "lost";
                            cash?: {
                                /** @description Of the till that took the cash. */
                                receipt_no?: string;
                            };
                            /** Format: date-time */
                            created_at: string;
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
                404: components["responses"]["order_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "already_accepted" | "cancellation_not_allowed";
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
    "/v1/orders/{order_id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an accepted gift back while nothing of it was used; it is refunded */
        post: {
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
                            order_id: string;
                            /** Format: uuid */
                            group_id?: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                            /**
                             * @description The state of the gift as it is shown to people, with what became of its certificate.
                             * @enum {unknown}
                             */
                            gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            /** @description What its buyer can do with it now. */
                            actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            recipient?: {
                                masked_name: string;
                                masked_address: string;
                                /** @enum {unknown} */
                                channel: "sms" | "email" | "voice";
                                recycled?: boolean;
                                /** @enum {boolean} */
                                to_be_confirmed?: true;
                                /** Format: uuid */
                                read_back_id?: string;
                            };
                            refusal_word?: string;
                            certificate_last4?: string;
                            /** Format: date-time */
                            answer_by?: string;
                            /** Format: date-time */
                            refund_until?: string;
                            /** @enum {unknown} */
                            dispute?: "open" | "lost";
                            cash?: {
                                /** @description Of the till that took the cash. */
                                receipt_no?: string;
                            };
                            /** Format: date-time */
                            created_at: string;
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
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "order_not_found" | "certificate_not_found";
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
                            code: "request_in_progress" | "wrong_state" | "refund_period_over" | "certificate_handed_over" | "certificate_used";
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
    "/v1/orders/{order_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell the recipient once more */
        post: {
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
                            order_id: string;
                            /** Format: uuid */
                            group_id?: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                            /**
                             * @description The state of the gift as it is shown to people, with what became of its certificate.
                             * @enum {unknown}
                             */
                            gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            /** @description What its buyer can do with it now. */
                            actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            recipient?: {
                                masked_name: string;
                                masked_address: string;
                                /** @enum {unknown} */
                                channel: "sms" | "email" | "voice";
                                recycled?: boolean;
                                /** @enum {boolean} */
                                to_be_confirmed?: true;
                                /** Format: uuid */
                                read_back_id?: string;
                            };
                            refusal_word?: string;
                            certificate_last4?: string;
                            /** Format: date-time */
                            answer_by?: string;
                            /** Format: date-time */
                            refund_until?: string;
                            /** @enum {unknown} */
                            dispute?: "open" | "lost";
                            cash?: {
                                /** @description Of the till that took the cash. */
                                receipt_no?: string;
                            };
                            /** Format: date-time */
                            created_at: string;
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
                404: components["responses"]["order_not_found"];
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
    "/v1/orders/{order_id}/authentication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second step at the card's bank was taken: look what became of the payment */
        post: {
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
                            order_id: string;
                            /** Format: uuid */
                            group_id?: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                            /**
                             * @description The state of the gift as it is shown to people, with what became of its certificate.
                             * @enum {unknown}
                             */
                            gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            /** @description What its buyer can do with it now. */
                            actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            recipient?: {
                                masked_name: string;
                                masked_address: string;
                                /** @enum {unknown} */
                                channel: "sms" | "email" | "voice";
                                recycled?: boolean;
                                /** @enum {boolean} */
                                to_be_confirmed?: true;
                                /** Format: uuid */
                                read_back_id?: string;
                            };
                            refusal_word?: string;
                            certificate_last4?: string;
                            /** Format: date-time */
                            answer_by?: string;
                            /** Format: date-time */
                            refund_until?: string;
                            /** @enum {unknown} */
                            dispute?: "open" | "lost";
                            cash?: {
                                /** @description Of the till that took the cash. */
                                receipt_no?: string;
                            };
                            /** Format: date-time */
                            created_at: string;
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
                404: components["responses"]["order_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "share_of_group";
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
    "/v1/recipient-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check a pasted list, or its rows as corrected, and report problems line by line; nothing is stored */
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
                        shop_id: string;
                        text: string;
                        /**
                         * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                         * @example 50000
                         */
                        amount_minor: number;
                    } | {
                        shop_id: string;
                        rows: {
                            line: number;
                            /** @description A phone number in any form, or an email address. */
                            address: string;
                            name: string;
                            /** @description As people write it; empty for the amount of the list. */
                            amount: string;
                        }[];
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
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            amount_minor: number;
                            /** @description How many more names can be looked up today. */
                            look_ups_left: number;
                            lines: {
                                line: number;
                                typed: string;
                                cells: {
                                    /** @description A phone number in any form, or an email address. */
                                    address: string;
                                    name: string;
                                    /** @description As people write it; empty for the amount of the list. */
                                    amount: string;
                                };
                                recipient?: {
                                    phone?: string;
                                    email?: string;
                                    name?: string;
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                     * @example 50000
                                     */
                                    amount_minor: number;
                                };
                                problem?: {
                                    code: string;
                                    title: string;
                                    detail: string;
                                    /**
                                     * @description Which cell to correct.
                                     * @enum {unknown}
                                     */
                                    cell: "address" | "name" | "amount";
                                    /** @description For `recipient_twice`: the line it duplicates. */
                                    line?: number;
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
                404: components["responses"]["shop_not_found"];
                409: components["responses"]["request_in_progress"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["recipient_list_too_long"];
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
    "/v1/order-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my group gifts, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    before?: string;
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
                            order_groups: {
                                /** Format: uuid */
                                group_id: string;
                                shop_id: string;
                                /** @enum {unknown} */
                                state: "authorising" | "requires_action" | "authorised" | "capturing" | "captured" | "voiding" | "abandoned" | "declined";
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                                 * @example 50000
                                 */
                                amount_minor: number;
                                /**
                                 * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                 * @example 0
                                 */
                                confirmed_minor: number;
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
                                gifts: number;
                                stages: {
                                    preparing: number;
                                    waiting: number;
                                    accepted: number;
                                    returned: number;
                                    left_out: number;
                                };
                                message?: string;
                                card_design?: string;
                                /** Format: date-time */
                                deliver_at?: string;
                                action_url?: string;
                                decline_reason?: string;
                                end_reason?: string;
                                /** Format: date-time */
                                confirm_by?: string;
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
        /** Order certificates for several people; the total is authorised as one payment */
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
                        shop_id: string;
                        /**
                         * @description ISO 4217 currency code.
                         * @example KRW
                         */
                        currency: string;
                        payment_method_id: string;
                        /** @description At most 200 letters of plain text; links are refused. */
                        message?: string;
                        card_design?: string;
                        /** Format: date-time */
                        deliver_at?: string;
                        recipients: ({
                            /** @description A phone number in any common form. */
                            phone: string;
                            /** @description A name in any script; line ends, links and phone numbers are refused. */
                            name?: string;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                        } | {
                            /** @description An email address; its part before the @ must be ASCII. */
                            email: string;
                            /** @description A name in any script; line ends, links and phone numbers are refused. */
                            name: string;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                        })[];
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
                            group_id: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "capturing" | "captured" | "voiding" | "abandoned" | "declined";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            confirmed_minor: number;
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
                            gifts: number;
                            stages: {
                                preparing: number;
                                waiting: number;
                                accepted: number;
                                returned: number;
                                left_out: number;
                            };
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            /** Format: date-time */
                            confirm_by?: string;
                            /** Format: date-time */
                            created_at: string;
                            lines: {
                                line: number;
                                address: string;
                                name?: string;
                                name_differs?: boolean;
                                /** @enum {unknown} */
                                stage: "preparing" | "waiting" | "accepted" | "returned" | "left_out";
                                looking_up: boolean;
                                problem?: {
                                    code: string;
                                    title: string;
                                    detail: string;
                                };
                                order: {
                                    /** Format: uuid */
                                    order_id: string;
                                    /** Format: uuid */
                                    group_id?: string;
                                    shop_id: string;
                                    /** @enum {unknown} */
                                    state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                                    /**
                                     * @description The state of the gift as it is shown to people, with what became of its certificate.
                                     * @enum {unknown}
                                     */
                                    gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                                    /** @description What its buyer can do with it now. */
                                    actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                                    message?: string;
                                    card_design?: string;
                                    /** Format: date-time */
                                    deliver_at?: string;
                                    action_url?: string;
                                    decline_reason?: string;
                                    end_reason?: string;
                                    recipient?: {
                                        masked_name: string;
                                        masked_address: string;
                                        /** @enum {unknown} */
                                        channel: "sms" | "email" | "voice";
                                        recycled?: boolean;
                                        /** @enum {boolean} */
                                        to_be_confirmed?: true;
                                        /** Format: uuid */
                                        read_back_id?: string;
                                    };
                                    refusal_word?: string;
                                    certificate_last4?: string;
                                    /** Format: date-time */
                                    answer_by?: string;
                                    /** Format: date-time */
                                    refund_until?: string;
                                    /** @enum {unknown} */
                                    dispute?: "open" | "lost";
                                    cash?: {
                                        /** @description Of the till that took the cash. */
                                        receipt_no?: string;
                                    };
                                    /** Format: date-time */
                                    created_at: string;
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
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "shop_not_found" | "payment_method_not_found";
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
                            code: "idempotency_key_reused" | "recipient_list_too_long" | "currency_unsupported" | "recipient_list_invalid" | "delivery_date_out_of_range" | "message_invalid" | "message_has_link" | "payment_method_elsewhere";
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
    "/v1/order-groups/{group_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a group gift, line by line */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group_id: string;
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
                            group_id: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "capturing" | "captured" | "voiding" | "abandoned" | "declined";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            confirmed_minor: number;
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
                            gifts: number;
                            stages: {
                                preparing: number;
                                waiting: number;
                                accepted: number;
                                returned: number;
                                left_out: number;
                            };
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            /** Format: date-time */
                            confirm_by?: string;
                            /** Format: date-time */
                            created_at: string;
                            lines: {
                                line: number;
                                address: string;
                                name?: string;
                                name_differs?: boolean;
                                /** @enum {unknown} */
                                stage: "preparing" | "waiting" | "accepted" | "returned" | "left_out";
                                looking_up: boolean;
                                problem?: {
                                    code: string;
                                    title: string;
                                    detail: string;
                                };
                                order: {
                                    /** Format: uuid */
                                    order_id: string;
                                    /** Format: uuid */
                                    group_id?: string;
                                    shop_id: string;
                                    /** @enum {unknown} */
                                    state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                                    /**
                                     * @description The state of the gift as it is shown to people, with what became of its certificate.
                                     * @enum {unknown}
                                     */
                                    gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                                    /** @description What its buyer can do with it now. */
                                    actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                                    message?: string;
                                    card_design?: string;
                                    /** Format: date-time */
                                    deliver_at?: string;
                                    action_url?: string;
                                    decline_reason?: string;
                                    end_reason?: string;
                                    recipient?: {
                                        masked_name: string;
                                        masked_address: string;
                                        /** @enum {unknown} */
                                        channel: "sms" | "email" | "voice";
                                        recycled?: boolean;
                                        /** @enum {boolean} */
                                        to_be_confirmed?: true;
                                        /** Format: uuid */
                                        read_back_id?: string;
                                    };
                                    refusal_word?: string;
                                    certificate_last4?: string;
                                    /** Format: date-time */
                                    answer_by?: string;
                                    /** Format: date-time */
                                    refund_until?: string;
                                    /** @enum {unknown} */
                                    dispute?: "open" | "lost";
                                    cash?: {
                                        /** @description Of the till that took the cash. */
                                        receipt_no?: string;
                                    };
                                    /** Format: date-time */
                                    created_at: string;
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
                403: components["responses"]["forbidden"];
                404: components["responses"]["group_not_found"];
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
    "/v1/order-groups/{group_id}/lines/{order_id}/recipient": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the recipient of a line; the masked name is read back */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group_id: string;
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @description A name in any script; line ends, links and phone numbers are refused. */
                        name?: string;
                    } | {
                        /** @description An email address; its part before the @ must be ASCII. */
                        email: string;
                        /** @description A name in any script; line ends, links and phone numbers are refused. */
                        name: string;
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
                            group_id: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "capturing" | "captured" | "voiding" | "abandoned" | "declined";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            confirmed_minor: number;
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
                            gifts: number;
                            stages: {
                                preparing: number;
                                waiting: number;
                                accepted: number;
                                returned: number;
                                left_out: number;
                            };
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            /** Format: date-time */
                            confirm_by?: string;
                            /** Format: date-time */
                            created_at: string;
                            lines: {
                                line: number;
                                address: string;
                                name?: string;
                                name_differs?: boolean;
                                /** @enum {unknown} */
                                stage: "preparing" | "waiting" | "accepted" | "returned" | "left_out";
                                looking_up: boolean;
                                problem?: {
                                    code: string;
                                    title: string;
                                    detail: string;
                                };
                                order: {
                                    /** Format: uuid */
                                    order_id: string;
                                    /** Format: uuid */
                                    group_id?: string;
                                    shop_id: string;
                                    /** @enum {unknown} */
                                    state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                                    /**
                                     * @description The state of the gift as it is shown to people, with what became of its certificate.
                                     * @enum {unknown}
                                     */
                                    gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                                    /** @description What its buyer can do with it now. */
                                    actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                                    message?: string;
                                    card_design?: string;
                                    /** Format: date-time */
                                    deliver_at?: string;
                                    action_url?: string;
                                    decline_reason?: string;
                                    end_reason?: string;
                                    recipient?: {
                                        masked_name: string;
                                        masked_address: string;
                                        /** @enum {unknown} */
                                        channel: "sms" | "email" | "voice";
                                        recycled?: boolean;
                                        /** @enum {boolean} */
                                        to_be_confirmed?: true;
                                        /** Format: uuid */
                                        read_back_id?: string;
                                    };
                                    refusal_word?: string;
                                    certificate_last4?: string;
                                    /** Format: date-time */
                                    answer_by?: string;
                                    /** Format: date-time */
                                    refund_until?: string;
                                    /** @enum {unknown} */
                                    dispute?: "open" | "lost";
                                    cash?: {
                                        /** @description Of the till that took the cash. */
                                        receipt_no?: string;
                                    };
                                    /** Format: date-time */
                                    created_at: string;
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
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "group_not_found" | "order_not_found";
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
                            code: "idempotency_key_reused" | "phone_number_invalid" | "email_invalid" | "name_invalid" | "recipient_unknown" | "recipient_name_missing";
                        };
                    };
                };
                429: components["responses"]["read_back_limit"];
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/order-groups/{group_id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the names read back; their total is captured and the others are left out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        confirmed: {
                            /** Format: uuid */
                            order_id: string;
                            /** Format: uuid */
                            read_back_id: string;
                        }[];
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
                            group_id: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "capturing" | "captured" | "voiding" | "abandoned" | "declined";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            confirmed_minor: number;
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
                            gifts: number;
                            stages: {
                                preparing: number;
                                waiting: number;
                                accepted: number;
                                returned: number;
                                left_out: number;
                            };
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            /** Format: date-time */
                            confirm_by?: string;
                            /** Format: date-time */
                            created_at: string;
                            lines: {
                                line: number;
                                address: string;
                                name?: string;
                                name_differs?: boolean;
                                /** @enum {unknown} */
                                stage: "preparing" | "waiting" | "accepted" | "returned" | "left_out";
                                looking_up: boolean;
                                problem?: {
                                    code: string;
                                    title: string;
                                    detail: string;
                                };
                                order: {
                                    /** Format: uuid */
                                    order_id: string;
                                    /** Format: uuid */
                                    group_id?: string;
                                    shop_id: string;
                                    /** @enum {unknown} */
                                    state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                                    /**
                                     * @description The state of the gift as it is shown to people, with what became of its certificate.
                                     * @enum {unknown}
                                     */
                                    gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                                    /** @description What its buyer can do with it now. */
                                    actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                                    message?: string;
                                    card_design?: string;
                                    /** Format: date-time */
                                    deliver_at?: string;
                                    action_url?: string;
                                    decline_reason?: string;
                                    end_reason?: string;
                                    recipient?: {
                                        masked_name: string;
                                        masked_address: string;
                                        /** @enum {unknown} */
                                        channel: "sms" | "email" | "voice";
                                        recycled?: boolean;
                                        /** @enum {boolean} */
                                        to_be_confirmed?: true;
                                        /** Format: uuid */
                                        read_back_id?: string;
                                    };
                                    refusal_word?: string;
                                    certificate_last4?: string;
                                    /** Format: date-time */
                                    answer_by?: string;
                                    /** Format: date-time */
                                    refund_until?: string;
                                    /** @enum {unknown} */
                                    dispute?: "open" | "lost";
                                    cash?: {
                                        /** @description Of the till that took the cash. */
                                        receipt_no?: string;
                                    };
                                    /** Format: date-time */
                                    created_at: string;
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
                404: components["responses"]["group_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "recipient_changed" | "wrong_state";
                        };
                    };
                };
                410: components["responses"]["authorisation_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
                422: components["responses"]["idempotency_key_reused"];
                429: components["responses"]["strangers_limit"];
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
    "/v1/order-groups/{group_id}/abandonment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up on all of them; the authorisation is released */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group_id: string;
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
                            group_id: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "capturing" | "captured" | "voiding" | "abandoned" | "declined";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            confirmed_minor: number;
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
                            gifts: number;
                            stages: {
                                preparing: number;
                                waiting: number;
                                accepted: number;
                                returned: number;
                                left_out: number;
                            };
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            /** Format: date-time */
                            confirm_by?: string;
                            /** Format: date-time */
                            created_at: string;
                            lines: {
                                line: number;
                                address: string;
                                name?: string;
                                name_differs?: boolean;
                                /** @enum {unknown} */
                                stage: "preparing" | "waiting" | "accepted" | "returned" | "left_out";
                                looking_up: boolean;
                                problem?: {
                                    code: string;
                                    title: string;
                                    detail: string;
                                };
                                order: {
                                    /** Format: uuid */
                                    order_id: string;
                                    /** Format: uuid */
                                    group_id?: string;
                                    shop_id: string;
                                    /** @enum {unknown} */
                                    state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                                    /**
                                     * @description The state of the gift as it is shown to people, with what became of its certificate.
                                     * @enum {unknown}
                                     */
                                    gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                                    /** @description What its buyer can do with it now. */
                                    actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                                    message?: string;
                                    card_design?: string;
                                    /** Format: date-time */
                                    deliver_at?: string;
                                    action_url?: string;
                                    decline_reason?: string;
                                    end_reason?: string;
                                    recipient?: {
                                        masked_name: string;
                                        masked_address: string;
                                        /** @enum {unknown} */
                                        channel: "sms" | "email" | "voice";
                                        recycled?: boolean;
                                        /** @enum {boolean} */
                                        to_be_confirmed?: true;
                                        /** Format: uuid */
                                        read_back_id?: string;
                                    };
                                    refusal_word?: string;
                                    certificate_last4?: string;
                                    /** Format: date-time */
                                    answer_by?: string;
                                    /** Format: date-time */
                                    refund_until?: string;
                                    /** @enum {unknown} */
                                    dispute?: "open" | "lost";
                                    cash?: {
                                        /** @description Of the till that took the cash. */
                                        receipt_no?: string;
                                    };
                                    /** Format: date-time */
                                    created_at: string;
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
                404: components["responses"]["group_not_found"];
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
    "/v1/order-groups/{group_id}/authentication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second step at the card's bank was taken: look what became of the payment */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group_id: string;
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
                            group_id: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "capturing" | "captured" | "voiding" | "abandoned" | "declined";
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                             * @example 50000
                             */
                            amount_minor: number;
                            /**
                             * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                             * @example 0
                             */
                            confirmed_minor: number;
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
                            gifts: number;
                            stages: {
                                preparing: number;
                                waiting: number;
                                accepted: number;
                                returned: number;
                                left_out: number;
                            };
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            /** Format: date-time */
                            confirm_by?: string;
                            /** Format: date-time */
                            created_at: string;
                            lines: {
                                line: number;
                                address: string;
                                name?: string;
                                name_differs?: boolean;
                                /** @enum {unknown} */
                                stage: "preparing" | "waiting" | "accepted" | "returned" | "left_out";
                                looking_up: boolean;
                                problem?: {
                                    code: string;
                                    title: string;
                                    detail: string;
                                };
                                order: {
                                    /** Format: uuid */
                                    order_id: string;
                                    /** Format: uuid */
                                    group_id?: string;
                                    shop_id: string;
                                    /** @enum {unknown} */
                                    state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                                    /**
                                     * @description The state of the gift as it is shown to people, with what became of its certificate.
                                     * @enum {unknown}
                                     */
                                    gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                                    /** @description What its buyer can do with it now. */
                                    actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                                    message?: string;
                                    card_design?: string;
                                    /** Format: date-time */
                                    deliver_at?: string;
                                    action_url?: string;
                                    decline_reason?: string;
                                    end_reason?: string;
                                    recipient?: {
                                        masked_name: string;
                                        masked_address: string;
                                        /** @enum {unknown} */
                                        channel: "sms" | "email" | "voice";
                                        recycled?: boolean;
                                        /** @enum {boolean} */
                                        to_be_confirmed?: true;
                                        /** Format: uuid */
                                        read_back_id?: string;
                                    };
                                    refusal_word?: string;
                                    certificate_last4?: string;
                                    /** Format: date-time */
                                    answer_by?: string;
                                    /** Format: date-time */
                                    refund_until?: string;
                                    /** @enum {unknown} */
                                    dispute?: "open" | "lost";
                                    cash?: {
                                        /** @description Of the till that took the cash. */
                                        receipt_no?: string;
                                    };
                                    /** Format: date-time */
                                    created_at: string;
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
                404: components["responses"]["group_not_found"];
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
    "/v1/orders/{order_id}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Start changing the recipient before acceptance; the masked name is read back and nothing changes yet */
        put: {
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
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @description A name in any script; line ends, links and phone numbers are refused. */
                        name?: string;
                    } | {
                        /** @description An email address; its part before the @ must be ASCII. */
                        email: string;
                        /** @description A name in any script; line ends, links and phone numbers are refused. */
                        name: string;
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
                            masked_name: string;
                            masked_address: string;
                            /** @enum {unknown} */
                            channel: "sms" | "email" | "voice";
                            recycled?: boolean;
                            /** @enum {boolean} */
                            to_be_confirmed?: true;
                            /** Format: uuid */
                            read_back_id?: string;
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
                404: components["responses"]["order_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "already_accepted" | "wrong_state";
                        };
                    };
                };
                410: components["responses"]["offer_expired"];
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
                            code: "idempotency_key_reused" | "phone_number_invalid" | "email_invalid" | "name_invalid" | "recipient_unknown" | "recipient_name_missing";
                        };
                    };
                };
                423: components["responses"]["certificate_frozen"];
                429: components["responses"]["read_back_limit"];
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/correction/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the new recipient; the old link stops working and the new recipient is messaged */
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
                        read_back_id: string;
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
                            /** Format: uuid */
                            group_id?: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                            /**
                             * @description The state of the gift as it is shown to people, with what became of its certificate.
                             * @enum {unknown}
                             */
                            gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            /** @description What its buyer can do with it now. */
                            actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            recipient?: {
                                masked_name: string;
                                masked_address: string;
                                /** @enum {unknown} */
                                channel: "sms" | "email" | "voice";
                                recycled?: boolean;
                                /** @enum {boolean} */
                                to_be_confirmed?: true;
                                /** Format: uuid */
                                read_back_id?: string;
                            };
                            refusal_word?: string;
                            certificate_last4?: string;
                            /** Format: date-time */
                            answer_by?: string;
                            /** Format: date-time */
                            refund_until?: string;
                            /** @enum {unknown} */
                            dispute?: "open" | "lost";
                            cash?: {
                                /** @description Of the till that took the cash. */
                                receipt_no?: string;
                            };
                            /** Format: date-time */
                            created_at: string;
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
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "order_not_found" | "certificate_not_found";
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
                            code: "request_in_progress" | "recipient_changed" | "already_accepted" | "wrong_state";
                        };
                    };
                };
                410: components["responses"]["offer_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
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
    "/v1/orders/{order_id}/delivery-day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change when a scheduled gift is delivered, or have it delivered now */
        put: {
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
                        /** @description Null to deliver it now. */
                        deliver_at: string | null;
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
                            /** Format: uuid */
                            group_id?: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                            /**
                             * @description The state of the gift as it is shown to people, with what became of its certificate.
                             * @enum {unknown}
                             */
                            gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            /** @description What its buyer can do with it now. */
                            actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            recipient?: {
                                masked_name: string;
                                masked_address: string;
                                /** @enum {unknown} */
                                channel: "sms" | "email" | "voice";
                                recycled?: boolean;
                                /** @enum {boolean} */
                                to_be_confirmed?: true;
                                /** Format: uuid */
                                read_back_id?: string;
                            };
                            refusal_word?: string;
                            certificate_last4?: string;
                            /** Format: date-time */
                            answer_by?: string;
                            /** Format: date-time */
                            refund_until?: string;
                            /** @enum {unknown} */
                            dispute?: "open" | "lost";
                            cash?: {
                                /** @description Of the till that took the cash. */
                                receipt_no?: string;
                            };
                            /** Format: date-time */
                            created_at: string;
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
                404: components["responses"]["order_not_found"];
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
                            code: "idempotency_key_reused" | "delivery_date_out_of_range";
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/me/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the people I gave to, favourites first, then newest first */
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
                            people: {
                                /** Format: uuid */
                                order_id: string;
                                shop_id: string;
                                masked_name: string;
                                masked_address: string;
                                /** Format: date-time */
                                last_at: string;
                                favourite: boolean;
                                birthday?: {
                                    month: number;
                                    day: number;
                                };
                                /** @description Whether the buyer is reminded of the birthday. */
                                remind: boolean;
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/me/people/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Note whether the recipient of a gift is a favourite, their birthday, and whether to be reminded */
        put: {
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
                        favourite: boolean;
                        birthday: {
                            month: number;
                            day: number;
                        } | null;
                        remind: boolean;
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
                            shop_id: string;
                            masked_name: string;
                            masked_address: string;
                            /** Format: date-time */
                            last_at: string;
                            favourite: boolean;
                            birthday?: {
                                month: number;
                                day: number;
                            };
                            /** @description Whether the buyer is reminded of the birthday. */
                            remind: boolean;
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
                404: components["responses"]["order_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "kept_people_limit";
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
                            code: "idempotency_key_reused" | "birthday_invalid";
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
    "/v1/orders/{order_id}/receipt/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what the receipt says */
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
                            order_id: string;
                            /** Format: date-time */
                            captured_at: string;
                            buyer_name: string;
                            masked_recipient: string;
                            shop: {
                                name_ko: string;
                                name_en: string;
                            };
                            brand?: string;
                            last4?: string;
                            /** @enum {boolean} */
                            paid_in_cash?: true;
                            /** @example 30012345 */
                            approval_number?: string;
                            amount: {
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
                            };
                            refund?: {
                                /** Format: date-time */
                                at: string;
                                amount: {
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
                                };
                            };
                            remains: {
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
                            };
                            vat?: {
                                /**
                                 * @description Of what remains; 0 if no VAT is part of it.
                                 * @example 10
                                 */
                                percent: string;
                                net: {
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
                                };
                                vat: {
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
                                };
                            };
                            seller?: {
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
                404: components["responses"]["order_not_found"];
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
    "/v1/orders/{order_id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download the receipt as PDF */
        get: {
            parameters: {
                query?: {
                    lang?: "ko" | "en" | "ja" | "zh";
                };
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description An A5 page */
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
                403: components["responses"]["forbidden"];
                404: components["responses"]["order_not_found"];
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
    "/v1/offers/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a gift offer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
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
                            state: "waiting" | "being_accepted" | "accepted" | "refused" | "expired" | "cancelled";
                            /** @enum {unknown} */
                            locale: "ko" | "en" | "ja" | "zh";
                            sender_name: string;
                            shop: {
                                name_ko: string;
                                name_en: string;
                            };
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
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            answer_by?: string;
                            pin_digits: {
                                minimum: number;
                                maximum: number;
                                usual: number;
                            };
                            needs_phone: boolean;
                            name_to_confirm?: string;
                            acceptance_problem?: string;
                            /** @enum {boolean} */
                            frozen?: true;
                            certificate_url?: string;
                            /** Format: date-time */
                            valid_until?: string;
                            /** @enum {boolean} */
                            may_have_pin?: true;
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
                404: components["responses"]["offer_not_found"];
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
    "/v1/offers/{token}/locale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose the language of messages; remembered for this phone or address */
        put: {
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
                        /** @enum {unknown} */
                        locale: "ko" | "en" | "ja" | "zh";
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
                            state: "waiting" | "being_accepted" | "accepted" | "refused" | "expired" | "cancelled";
                            /** @enum {unknown} */
                            locale: "ko" | "en" | "ja" | "zh";
                            sender_name: string;
                            shop: {
                                name_ko: string;
                                name_en: string;
                            };
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
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            answer_by?: string;
                            pin_digits: {
                                minimum: number;
                                maximum: number;
                                usual: number;
                            };
                            needs_phone: boolean;
                            name_to_confirm?: string;
                            acceptance_problem?: string;
                            /** @enum {boolean} */
                            frozen?: true;
                            certificate_url?: string;
                            /** Format: date-time */
                            valid_until?: string;
                            /** @enum {boolean} */
                            may_have_pin?: true;
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
                404: components["responses"]["offer_not_found"];
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{token}/phone-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a code to the phone number that a gift sent by email will be opened with */
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
                        /** @description A phone number in any common form. */
                        phone: string;
                        /**
                         * @description How the code is told; a number that takes no texts is always called.
                         * @enum {unknown}
                         */
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
                            /** @enum {unknown} */
                            sent_by: "text" | "call";
                            expires_in_minutes: number;
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
                404: components["responses"]["offer_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "already_accepted" | "already_refused" | "wrong_state";
                        };
                    };
                };
                410: components["responses"]["offer_expired"];
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
    "/v1/offers/{token}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a gift and choose a PIN */
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
                        /** @description A PIN; spaces, hyphens and full-width digits are understood. */
                        pin: string;
                        /** @description No new PIN: the one that opens what this number has at the shop already (`may_have_pin`). The shop compares it. */
                        own_pin?: boolean;
                        /** @description A phone number in any common form. */
                        phone?: string;
                        /** @description A one-time code; spaces, hyphens and full-width digits are understood, and the text in which it was sent. */
                        code?: string;
                        /** @description The name in `name_to_confirm` is that of whoever accepts. */
                        name_confirmed?: boolean;
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
                            state: "waiting" | "being_accepted" | "accepted" | "refused" | "expired" | "cancelled";
                            /** @enum {unknown} */
                            locale: "ko" | "en" | "ja" | "zh";
                            sender_name: string;
                            shop: {
                                name_ko: string;
                                name_en: string;
                            };
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
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            answer_by?: string;
                            pin_digits: {
                                minimum: number;
                                maximum: number;
                                usual: number;
                            };
                            needs_phone: boolean;
                            name_to_confirm?: string;
                            acceptance_problem?: string;
                            /** @enum {boolean} */
                            frozen?: true;
                            certificate_url?: string;
                            /** Format: date-time */
                            valid_until?: string;
                            /** @enum {boolean} */
                            may_have_pin?: true;
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
                401: components["responses"]["pin_or_phone_wrong"];
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
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "offer_not_found" | "certificate_not_found";
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
                            code: "request_in_progress" | "already_accepted" | "already_refused" | "wrong_state";
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
                            code: "offer_expired" | "verification_code_expired";
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
                            code: "idempotency_key_reused" | "name_not_confirmed" | "phone_number_invalid" | "contact_not_proved" | "pin_not_digits" | "pin_wrong_length" | "pin_repeated" | "pin_sequence" | "pin_contains_phone" | "pin_common" | "code_not_digits" | "verification_code_wrong" | "sealed_pin_unreadable";
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
                            code: "certificate_frozen" | "certificate_locked";
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
                            code: "number_not_checked" | "service_unavailable" | "restoring";
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
    "/v1/offers/{token}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a gift; the sender is refunded */
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
                        /** @description At most 200 letters of plain text; links are refused. */
                        word?: string;
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
                            state: "waiting" | "being_accepted" | "accepted" | "refused" | "expired" | "cancelled";
                            /** @enum {unknown} */
                            locale: "ko" | "en" | "ja" | "zh";
                            sender_name: string;
                            shop: {
                                name_ko: string;
                                name_en: string;
                            };
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
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            answer_by?: string;
                            pin_digits: {
                                minimum: number;
                                maximum: number;
                                usual: number;
                            };
                            needs_phone: boolean;
                            name_to_confirm?: string;
                            acceptance_problem?: string;
                            /** @enum {boolean} */
                            frozen?: true;
                            certificate_url?: string;
                            /** Format: date-time */
                            valid_until?: string;
                            /** @enum {boolean} */
                            may_have_pin?: true;
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
                404: components["responses"]["offer_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "already_accepted" | "wrong_state";
                        };
                    };
                };
                410: components["responses"]["offer_expired"];
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
                            code: "idempotency_key_reused" | "message_invalid" | "message_has_link";
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
    "/v1/members/me/received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the gifts that I was sent, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    before?: string;
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
                            gifts: {
                                /** Format: uuid */
                                order_id: string;
                                shop: {
                                    name_ko: string;
                                    name_en: string;
                                };
                                sender_name: string;
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
                                card_design?: string;
                                /**
                                 * @description Missing if the shop didn’t say who has used it.
                                 * @enum {unknown}
                                 */
                                gift_state?: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                                /** Format: date-time */
                                answer_by?: string;
                                /** Format: date-time */
                                valid_until?: string;
                                /** @description Where its holder sees the balance. */
                                certificate_url?: string;
                                /** Format: date-time */
                                sent_at: string;
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/me/received/{order_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Get a link by which I answer a gift that waits; the same whenever it is asked for */
        put: {
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
                            url: string;
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
                            code: "forbidden" | "number_recycled";
                        };
                    };
                };
                404: components["responses"]["offer_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "already_accepted" | "already_refused" | "wrong_state" | "request_in_progress";
                        };
                    };
                };
                410: components["responses"]["offer_expired"];
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/voice/sandbox/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a call; repeating it returns the current turn */
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
                        external_id: string;
                        from: string | null;
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
                            call_id: string;
                            turn_no: number;
                            say: {
                                /** @enum {unknown} */
                                locale: "ko" | "en";
                                text: string;
                            }[];
                            listen?: {
                                digits_max: number;
                                first_ms: number;
                                inter_ms: number;
                                /** @enum {string} */
                                finish_on: "#";
                                /** @description Keys count while the turn is still being spoken. */
                                barge_in: boolean;
                                /** @description Keys pressed before the turn count. */
                                type_ahead: boolean;
                                /** @description A PIN or a code, which is never shown, logged or stored. */
                                secret: boolean;
                            };
                            /** @enum {unknown} */
                            end?: "hang_up" | "operator";
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
    "/v1/voice/sandbox/calls/{call_id}/inputs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit the keys pressed in a turn; a past turn returns the current one */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    call_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        turn_no: number;
                        /** @enum {string} */
                        kind: "digits";
                        digits: string;
                    } | {
                        turn_no: number;
                        /** @enum {unknown} */
                        kind: "silence" | "said";
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
                            call_id: string;
                            turn_no: number;
                            say: {
                                /** @enum {unknown} */
                                locale: "ko" | "en";
                                text: string;
                            }[];
                            listen?: {
                                digits_max: number;
                                first_ms: number;
                                inter_ms: number;
                                /** @enum {string} */
                                finish_on: "#";
                                /** @description Keys count while the turn is still being spoken. */
                                barge_in: boolean;
                                /** @description Keys pressed before the turn count. */
                                type_ahead: boolean;
                                /** @description A PIN or a code, which is never shown, logged or stored. */
                                secret: boolean;
                            };
                            /** @enum {unknown} */
                            end?: "hang_up" | "operator";
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
                404: components["responses"]["not_found"];
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
    "/v1/voice/sandbox/calls/{call_id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report the outcome of calling a phone; the first report stands */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    call_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        outcome: "answered" | "busy" | "declined" | "no_answer" | "unknown_number" | "machine" | "unreachable";
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
                            call_id: string;
                            turn_no: number;
                            say: {
                                /** @enum {unknown} */
                                locale: "ko" | "en";
                                text: string;
                            }[];
                            listen?: {
                                digits_max: number;
                                first_ms: number;
                                inter_ms: number;
                                /** @enum {string} */
                                finish_on: "#";
                                /** @description Keys count while the turn is still being spoken. */
                                barge_in: boolean;
                                /** @description Keys pressed before the turn count. */
                                type_ahead: boolean;
                                /** @description A PIN or a code, which is never shown, logged or stored. */
                                secret: boolean;
                            };
                            /** @enum {unknown} */
                            end?: "hang_up" | "operator";
                        };
                    };
                };
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
    "/v1/voice/sandbox/calls/{call_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report that either side has hung up */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    call_id: string;
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
                                role: "operator" | "support" | "auditor";
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
                                role: "operator" | "support" | "auditor";
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
                                role: "operator" | "support" | "auditor";
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
                                role: "operator" | "support" | "auditor";
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
                                role: "operator" | "support" | "auditor";
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
                        role: "operator" | "support" | "auditor";
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
                            role: "operator" | "support" | "auditor";
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
                                scopes: ("orders" | "numbers" | "payouts" | "pay_out" | "shops")[];
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
                        scopes: ("orders" | "numbers" | "payouts" | "pay_out" | "shops")[];
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
    "/v1/staff/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List orders by state, shop or day (Korean time), or find them by ID, phone number, email address, member number or the last digits of the certificate; newest first */
        get: {
            parameters: {
                query: {
                    query?: string;
                    state?: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                    shop_id?: string;
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
                            orders: {
                                /** Format: uuid */
                                order_id: string;
                                /** Format: uuid */
                                group_id?: string;
                                shop_id: string;
                                /** @enum {unknown} */
                                state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                                /**
                                 * @description The state of the gift as it is shown to people, with what became of its certificate.
                                 * @enum {unknown}
                                 */
                                gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                                /** @description What its buyer can do with it now. */
                                actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                                message?: string;
                                card_design?: string;
                                /** Format: date-time */
                                deliver_at?: string;
                                action_url?: string;
                                decline_reason?: string;
                                end_reason?: string;
                                recipient?: {
                                    masked_name: string;
                                    masked_address: string;
                                    /** @enum {unknown} */
                                    channel: "sms" | "email" | "voice";
                                    recycled?: boolean;
                                    /** @enum {boolean} */
                                    to_be_confirmed?: true;
                                    /** Format: uuid */
                                    read_back_id?: string;
                                };
                                refusal_word?: string;
                                certificate_last4?: string;
                                /** Format: date-time */
                                answer_by?: string;
                                /** Format: date-time */
                                refund_until?: string;
                                /** @enum {unknown} */
                                dispute?: "open" | "lost";
                                cash?: {
                                    /** @description Of the till that took the cash. */
                                    receipt_no?: string;
                                };
                                /** Format: date-time */
                                created_at: string;
                                buyer: string;
                                buyer_member_number: string;
                                shop: {
                                    name_ko: string;
                                    name_en: string;
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
    "/v1/staff/orders/{order_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the events of a gift */
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
                            events: {
                                /** Format: date-time */
                                at: string;
                                kind: string;
                                state: string;
                                detail: unknown;
                                trace_id: string;
                            }[];
                            messages: {
                                /** Format: date-time */
                                at: string;
                                kind: string;
                                /** @enum {unknown} */
                                channel: "sms" | "email" | "voice";
                                state: string;
                                /** Format: date-time */
                                delivered_at?: string;
                                problem?: string;
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
    "/v1/staff/orders/{order_id}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get everything that happened to a gift across the servers, oldest first */
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
                            order: {
                                /** Format: uuid */
                                order_id: string;
                                /** Format: uuid */
                                group_id?: string;
                                shop_id: string;
                                /** @enum {unknown} */
                                state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                                /**
                                 * @description The state of the gift as it is shown to people, with what became of its certificate.
                                 * @enum {unknown}
                                 */
                                gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                                /** @description What its buyer can do with it now. */
                                actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                                message?: string;
                                card_design?: string;
                                /** Format: date-time */
                                deliver_at?: string;
                                action_url?: string;
                                decline_reason?: string;
                                end_reason?: string;
                                recipient?: {
                                    masked_name: string;
                                    masked_address: string;
                                    /** @enum {unknown} */
                                    channel: "sms" | "email" | "voice";
                                    recycled?: boolean;
                                    /** @enum {boolean} */
                                    to_be_confirmed?: true;
                                    /** Format: uuid */
                                    read_back_id?: string;
                                };
                                refusal_word?: string;
                                certificate_last4?: string;
                                /** Format: date-time */
                                answer_by?: string;
                                /** Format: date-time */
                                refund_until?: string;
                                /** @enum {unknown} */
                                dispute?: "open" | "lost";
                                cash?: {
                                    /** @description Of the till that took the cash. */
                                    receipt_no?: string;
                                };
                                /** Format: date-time */
                                created_at: string;
                                buyer: string;
                                buyer_member_number: string;
                                shop: {
                                    name_ko: string;
                                    name_en: string;
                                };
                            };
                            balance_minor?: number;
                            stuck?: {
                                /** @enum {unknown} */
                                reason: "refund_failed" | "call_unknown" | "call_not_tried" | "work_failed" | "payment_late" | "step_late" | "deadline_late" | "message_failed" | "letter_needed";
                                /** Format: date-time */
                                since: string;
                                /** @description A call's purpose, an order's state, or a message's kind. */
                                step: string;
                                party?: string;
                                attempts: number;
                                /** Format: date-time */
                                next_attempt_at?: string;
                                problem?: string;
                                /** Format: uuid */
                                message_id?: string;
                            };
                            actions: ("resend" | "correct" | "cancel" | "refund")[];
                            notes: {
                                /** Format: uuid */
                                note_id: string;
                                action: string;
                                text?: string;
                                staff_name: string;
                                /** Format: date-time */
                                at: string;
                            }[];
                            steps: ({
                                /** @enum {string} */
                                step: "event";
                                /** Format: date-time */
                                at: string;
                                trace_id?: string;
                                kind: string;
                                state: string;
                                detail: unknown;
                                /** Format: uuid */
                                call_id?: string;
                                /** Format: uuid */
                                evidence_id?: string;
                            } | {
                                /** @enum {string} */
                                step: "call";
                                /** Format: date-time */
                                at: string;
                                trace_id?: string;
                                /** Format: uuid */
                                call_id: string;
                                purpose: string;
                                party: string;
                                method: string;
                                path: string;
                                /** @enum {unknown} */
                                state: "planned" | "unknown" | "done" | "refused";
                                attempts: number;
                                /** Format: date-time */
                                next_attempt_at?: string;
                                /** Format: date-time */
                                settled_at?: string;
                                status?: number;
                                code?: string;
                                unknown_reason?: string;
                                /** Format: uuid */
                                evidence_id?: string;
                            } | {
                                /** @enum {string} */
                                step: "notice";
                                /** Format: date-time */
                                at: string;
                                trace_id?: string;
                                /** Format: uuid */
                                notice_id: string;
                                sender: string;
                                kind: string;
                                batch_no: number;
                                content: unknown;
                                /** Format: uuid */
                                evidence_id: string;
                            } | {
                                /** @enum {string} */
                                step: "message";
                                /** Format: date-time */
                                at: string;
                                trace_id?: string;
                                /** Format: uuid */
                                message_id: string;
                                kind: string;
                                channel: string;
                                masked_address: string;
                                state: string;
                                attempts: number;
                                /** Format: date-time */
                                due_at?: string;
                                /** Format: date-time */
                                sent_at?: string;
                                /** Format: date-time */
                                delivered_at?: string;
                                problem?: string;
                                receipts: {
                                    provider_message_id: string;
                                    state: string;
                                    /** Format: date-time */
                                    received_at?: string;
                                }[];
                                calls: {
                                    /** Format: uuid */
                                    call_id: string;
                                    /** @enum {unknown} */
                                    line: "asterisk" | "jambonz" | "twilio" | "sandbox";
                                    /** @enum {unknown} */
                                    direction: "in" | "out";
                                    /** Format: date-time */
                                    at: string;
                                    /** @enum {unknown} */
                                    outcome?: "answered" | "busy" | "declined" | "no_answer" | "unknown_number" | "machine" | "unreachable";
                                    /** Format: date-time */
                                    begun_at?: string;
                                    /** Format: date-time */
                                    heard_at?: string;
                                }[];
                                /** @description What was said by phone, with … for names, amounts and times. */
                                said?: string;
                            })[];
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
                404: components["responses"]["order_not_found"];
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
    "/v1/staff/orders/{order_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retry a pending step of an order right away */
        post: {
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
                            events: {
                                /** Format: date-time */
                                at: string;
                                kind: string;
                                state: string;
                                detail: unknown;
                                trace_id: string;
                            }[];
                            messages: {
                                /** Format: date-time */
                                at: string;
                                kind: string;
                                /** @enum {unknown} */
                                channel: "sms" | "email" | "voice";
                                state: string;
                                /** Format: date-time */
                                delivered_at?: string;
                                problem?: string;
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
                404: components["responses"]["order_not_found"];
                409: components["responses"]["request_in_progress"];
                422: components["responses"]["idempotency_key_reused"];
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
    "/v1/staff/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List messages by state, channel, kind or day (Korean time), newest first */
        get: {
            parameters: {
                query: {
                    state?: "due" | "sending" | "sent" | "delivered" | "failed" | "unknown" | "suppressed";
                    channel?: "sms" | "email" | "voice";
                    kind?: string;
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
                            messages: {
                                /** Format: uuid */
                                message_id: string;
                                kind: string;
                                /** @enum {unknown} */
                                channel: "sms" | "email" | "voice";
                                masked_address: string;
                                state: string;
                                attempts: number;
                                /** Format: uuid */
                                order_id?: string;
                                problem?: string;
                                /** Format: date-time */
                                created_at: string;
                                /** Format: date-time */
                                sent_at?: string;
                                /** Format: date-time */
                                delivered_at?: string;
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
    "/v1/staff/exports/messages.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export messages as CSV, with the filters of the list */
        get: {
            parameters: {
                query?: {
                    state?: "due" | "sending" | "sent" | "delivered" | "failed" | "unknown" | "suppressed";
                    channel?: "sms" | "email" | "voice";
                    kind?: string;
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
    "/v1/staff/wordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List how messages are worded in a language, for all shops or for one */
        get: {
            parameters: {
                query: {
                    locale: "ko" | "en" | "ja" | "zh";
                    /** @description For the gifts of one shop; without it, for those of all. */
                    shop_id?: string;
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
                            messages: {
                                /** @enum {unknown} */
                                kind: "recipient.gift_arrived" | "recipient.gift_reminder" | "recipient.gift_accepted" | "recipient.gift_refused" | "recipient.gift_expired" | "recipient.gift_cancelled" | "recipient.gift_withdrawn" | "recipient.gift_charged_back" | "buyer.purchase_complete" | "buyer.several_complete" | "buyer.purchase_failed" | "buyer.card_declined" | "buyer.gift_accepted" | "buyer.gift_refused" | "buyer.gift_expired" | "buyer.gift_cancelled" | "buyer.cash_waits" | "buyer.recipient_not_reached" | "buyer.certificate_issued" | "buyer.certificate_used" | "buyer.use_reversed";
                                /** @description What may stand between double braces in its texts. */
                                variables: string[];
                                /** @description A value for each variable, to show a text with. */
                                examples: {
                                    [key: string]: unknown;
                                };
                                texts: {
                                    /** @enum {unknown} */
                                    part: "sms" | "mail_subject" | "mail_text";
                                    standard: string;
                                    version: number;
                                    wording: string | null;
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
        /** Publish words of one’s own for a message, or go back to the standard ones */
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
                        /** @enum {unknown} */
                        kind: "recipient.gift_arrived" | "recipient.gift_reminder" | "recipient.gift_accepted" | "recipient.gift_refused" | "recipient.gift_expired" | "recipient.gift_cancelled" | "recipient.gift_withdrawn" | "recipient.gift_charged_back" | "buyer.purchase_complete" | "buyer.several_complete" | "buyer.purchase_failed" | "buyer.card_declined" | "buyer.gift_accepted" | "buyer.gift_refused" | "buyer.gift_expired" | "buyer.gift_cancelled" | "buyer.cash_waits" | "buyer.recipient_not_reached" | "buyer.certificate_issued" | "buyer.certificate_used" | "buyer.use_reversed";
                        /** @enum {unknown} */
                        locale: "ko" | "en" | "ja" | "zh";
                        /** @description For the gifts of one shop; without it, for those of all. */
                        shop_id?: string;
                        texts: {
                            sms?: {
                                after: number;
                                /** @description Null goes back to the standard text. */
                                wording: string | null;
                            };
                            mail_subject?: {
                                after: number;
                                /** @description Null goes back to the standard text. */
                                wording: string | null;
                            };
                            mail_text?: {
                                after: number;
                                /** @description Null goes back to the standard text. */
                                wording: string | null;
                            };
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
                            versions: {
                                [key: string]: number;
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
                            code: "idempotency_key_reused" | "wording_variable_unknown" | "wording_variable_missing";
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
    "/v1/staff/wordings/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message with these texts, and with examples in place of what it tells */
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
                        /** @enum {unknown} */
                        kind: "recipient.gift_arrived" | "recipient.gift_reminder" | "recipient.gift_accepted" | "recipient.gift_refused" | "recipient.gift_expired" | "recipient.gift_cancelled" | "recipient.gift_withdrawn" | "recipient.gift_charged_back" | "buyer.purchase_complete" | "buyer.several_complete" | "buyer.purchase_failed" | "buyer.card_declined" | "buyer.gift_accepted" | "buyer.gift_refused" | "buyer.gift_expired" | "buyer.gift_cancelled" | "buyer.cash_waits" | "buyer.recipient_not_reached" | "buyer.certificate_issued" | "buyer.certificate_used" | "buyer.use_reversed";
                        /** @enum {unknown} */
                        locale: "ko" | "en" | "ja" | "zh";
                        /** @enum {unknown} */
                        channel: "sms" | "email";
                        /** @description A mobile number in any common form, or an address. */
                        address: string;
                        texts: {
                            sms?: string;
                            mail_subject?: string;
                            mail_text?: string;
                        };
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
                            /** @enum {boolean} */
                            queued: true;
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
                            code: "idempotency_key_reused" | "phone_number_invalid" | "email_invalid" | "wording_variable_unknown" | "wording_variable_missing";
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
    "/v1/staff/exports/orders.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export gifts as CSV, with the filters of the list */
        get: {
            parameters: {
                query?: {
                    query?: string;
                    state?: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                    shop_id?: string;
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
                    state?: "asked" | "planned" | "sent" | "paid" | "returned" | "refused";
                    shop_id?: string;
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
    "/v1/staff/orders/{order_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell the recipient once more */
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
                            order_id: string;
                            /** Format: uuid */
                            group_id?: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                            /**
                             * @description The state of the gift as it is shown to people, with what became of its certificate.
                             * @enum {unknown}
                             */
                            gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            /** @description What its buyer can do with it now. */
                            actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            recipient?: {
                                masked_name: string;
                                masked_address: string;
                                /** @enum {unknown} */
                                channel: "sms" | "email" | "voice";
                                recycled?: boolean;
                                /** @enum {boolean} */
                                to_be_confirmed?: true;
                                /** Format: uuid */
                                read_back_id?: string;
                            };
                            refusal_word?: string;
                            certificate_last4?: string;
                            /** Format: date-time */
                            answer_by?: string;
                            /** Format: date-time */
                            refund_until?: string;
                            /** @enum {unknown} */
                            dispute?: "open" | "lost";
                            cash?: {
                                /** @description Of the till that took the cash. */
                                receipt_no?: string;
                            };
                            /** Format: date-time */
                            created_at: string;
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
                404: components["responses"]["order_not_found"];
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
    "/v1/staff/orders/{order_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a gift for its buyer before it is accepted; it is refunded */
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
                            order_id: string;
                            /** Format: uuid */
                            group_id?: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                            /**
                             * @description The state of the gift as it is shown to people, with what became of its certificate.
                             * @enum {unknown}
                             */
                            gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            /** @description What its buyer can do with it now. */
                            actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            recipient?: {
                                masked_name: string;
                                masked_address: string;
                                /** @enum {unknown} */
                                channel: "sms" | "email" | "voice";
                                recycled?: boolean;
                                /** @enum {boolean} */
                                to_be_confirmed?: true;
                                /** Format: uuid */
                                read_back_id?: string;
                            };
                            refusal_word?: string;
                            certificate_last4?: string;
                            /** Format: date-time */
                            answer_by?: string;
                            /** Format: date-time */
                            refund_until?: string;
                            /** @enum {unknown} */
                            dispute?: "open" | "lost";
                            cash?: {
                                /** @description Of the till that took the cash. */
                                receipt_no?: string;
                            };
                            /** Format: date-time */
                            created_at: string;
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
                404: components["responses"]["order_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "already_accepted" | "cancellation_not_allowed";
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
    "/v1/staff/orders/{order_id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refund an accepted gift for its buyer, by the rules that hold for the buyer */
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
                            order_id: string;
                            /** Format: uuid */
                            group_id?: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                            /**
                             * @description The state of the gift as it is shown to people, with what became of its certificate.
                             * @enum {unknown}
                             */
                            gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            /** @description What its buyer can do with it now. */
                            actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            recipient?: {
                                masked_name: string;
                                masked_address: string;
                                /** @enum {unknown} */
                                channel: "sms" | "email" | "voice";
                                recycled?: boolean;
                                /** @enum {boolean} */
                                to_be_confirmed?: true;
                                /** Format: uuid */
                                read_back_id?: string;
                            };
                            refusal_word?: string;
                            certificate_last4?: string;
                            /** Format: date-time */
                            answer_by?: string;
                            /** Format: date-time */
                            refund_until?: string;
                            /** @enum {unknown} */
                            dispute?: "open" | "lost";
                            cash?: {
                                /** @description Of the till that took the cash. */
                                receipt_no?: string;
                            };
                            /** Format: date-time */
                            created_at: string;
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
                            code: "order_not_found" | "certificate_not_found";
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
                            code: "request_in_progress" | "wrong_state" | "refund_period_over" | "certificate_handed_over" | "certificate_used";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
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
    "/v1/staff/orders/{order_id}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Start changing the recipient before acceptance; the masked name is read back and nothing changes yet */
        put: {
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
                        /** @description A phone number in any common form. */
                        phone: string;
                        /** @description A name in any script; line ends, links and phone numbers are refused. */
                        name?: string;
                    } | {
                        /** @description An email address; its part before the @ must be ASCII. */
                        email: string;
                        /** @description A name in any script; line ends, links and phone numbers are refused. */
                        name: string;
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
                            masked_name: string;
                            masked_address: string;
                            /** @enum {unknown} */
                            channel: "sms" | "email" | "voice";
                            recycled?: boolean;
                            /** @enum {boolean} */
                            to_be_confirmed?: true;
                            /** Format: uuid */
                            read_back_id?: string;
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
                404: components["responses"]["order_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "already_accepted" | "wrong_state";
                        };
                    };
                };
                410: components["responses"]["offer_expired"];
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
                            code: "idempotency_key_reused" | "phone_number_invalid" | "email_invalid" | "name_invalid" | "recipient_unknown" | "recipient_name_missing";
                        };
                    };
                };
                423: components["responses"]["certificate_frozen"];
                429: components["responses"]["read_back_limit"];
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/orders/{order_id}/correction/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the new recipient; the old link stops working and the new recipient is messaged */
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
                        read_back_id: string;
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
                            order_id: string;
                            /** Format: uuid */
                            group_id?: string;
                            shop_id: string;
                            /** @enum {unknown} */
                            state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                            /**
                             * @description The state of the gift as it is shown to people, with what became of its certificate.
                             * @enum {unknown}
                             */
                            gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                            /** @description What its buyer can do with it now. */
                            actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                            message?: string;
                            card_design?: string;
                            /** Format: date-time */
                            deliver_at?: string;
                            action_url?: string;
                            decline_reason?: string;
                            end_reason?: string;
                            recipient?: {
                                masked_name: string;
                                masked_address: string;
                                /** @enum {unknown} */
                                channel: "sms" | "email" | "voice";
                                recycled?: boolean;
                                /** @enum {boolean} */
                                to_be_confirmed?: true;
                                /** Format: uuid */
                                read_back_id?: string;
                            };
                            refusal_word?: string;
                            certificate_last4?: string;
                            /** Format: date-time */
                            answer_by?: string;
                            /** Format: date-time */
                            refund_until?: string;
                            /** @enum {unknown} */
                            dispute?: "open" | "lost";
                            cash?: {
                                /** @description Of the till that took the cash. */
                                receipt_no?: string;
                            };
                            /** Format: date-time */
                            created_at: string;
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
                            code: "order_not_found" | "certificate_not_found";
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
                            code: "request_in_progress" | "recipient_changed" | "already_accepted" | "wrong_state";
                        };
                    };
                };
                410: components["responses"]["offer_expired"];
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
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
    "/v1/staff/orders/{order_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note something about a gift, for other staff */
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
                404: components["responses"]["order_not_found"];
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
    "/v1/staff/stuck-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List stuck orders and the reasons */
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
                            orders: {
                                /** Format: uuid */
                                order_id: string;
                                /** Format: uuid */
                                group_id?: string;
                                shop_id: string;
                                /** @enum {unknown} */
                                state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                                /**
                                 * @description The state of the gift as it is shown to people, with what became of its certificate.
                                 * @enum {unknown}
                                 */
                                gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                                /** @description What its buyer can do with it now. */
                                actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                                message?: string;
                                card_design?: string;
                                /** Format: date-time */
                                deliver_at?: string;
                                action_url?: string;
                                decline_reason?: string;
                                end_reason?: string;
                                recipient?: {
                                    masked_name: string;
                                    masked_address: string;
                                    /** @enum {unknown} */
                                    channel: "sms" | "email" | "voice";
                                    recycled?: boolean;
                                    /** @enum {boolean} */
                                    to_be_confirmed?: true;
                                    /** Format: uuid */
                                    read_back_id?: string;
                                };
                                refusal_word?: string;
                                certificate_last4?: string;
                                /** Format: date-time */
                                answer_by?: string;
                                /** Format: date-time */
                                refund_until?: string;
                                /** @enum {unknown} */
                                dispute?: "open" | "lost";
                                cash?: {
                                    /** @description Of the till that took the cash. */
                                    receipt_no?: string;
                                };
                                /** Format: date-time */
                                created_at: string;
                                buyer: string;
                                buyer_member_number: string;
                                shop: {
                                    name_ko: string;
                                    name_en: string;
                                };
                                stuck: {
                                    /** @enum {unknown} */
                                    reason: "refund_failed" | "call_unknown" | "call_not_tried" | "work_failed" | "payment_late" | "step_late" | "deadline_late" | "message_failed" | "letter_needed";
                                    /** Format: date-time */
                                    since: string;
                                    /** @description A call's purpose, an order's state, or a message's kind. */
                                    step: string;
                                    party?: string;
                                    attempts: number;
                                    /** Format: date-time */
                                    next_attempt_at?: string;
                                    problem?: string;
                                    /** Format: uuid */
                                    message_id?: string;
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
    "/v1/staff/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List refunds, newest gifts first */
        get: {
            parameters: {
                query: {
                    part?: "under_way" | "done" | "failed";
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
                            refunds: {
                                /** Format: uuid */
                                order_id: string;
                                /** Format: uuid */
                                group_id?: string;
                                shop_id: string;
                                /** @enum {unknown} */
                                state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                                /**
                                 * @description The state of the gift as it is shown to people, with what became of its certificate.
                                 * @enum {unknown}
                                 */
                                gift_state: "paying" | "needs_bank" | "declined" | "not_bought" | "scheduled" | "waiting" | "correcting" | "accepting" | "ready" | "partly_used" | "used_up" | "on_hold" | "frozen" | "expired" | "handed_over" | "refused" | "lapsed" | "cancelled" | "refunding" | "refunded" | "refund_delayed";
                                /** @description What its buyer can do with it now. */
                                actions: ("continue" | "resend" | "correct" | "change_day" | "cancel" | "refund" | "receipt" | "send_again")[];
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
                                message?: string;
                                card_design?: string;
                                /** Format: date-time */
                                deliver_at?: string;
                                action_url?: string;
                                decline_reason?: string;
                                end_reason?: string;
                                recipient?: {
                                    masked_name: string;
                                    masked_address: string;
                                    /** @enum {unknown} */
                                    channel: "sms" | "email" | "voice";
                                    recycled?: boolean;
                                    /** @enum {boolean} */
                                    to_be_confirmed?: true;
                                    /** Format: uuid */
                                    read_back_id?: string;
                                };
                                refusal_word?: string;
                                certificate_last4?: string;
                                /** Format: date-time */
                                answer_by?: string;
                                /** Format: date-time */
                                refund_until?: string;
                                /** @enum {unknown} */
                                dispute?: "open" | "lost";
                                cash?: {
                                    /** @description Of the till that took the cash. */
                                    receipt_no?: string;
                                };
                                /** Format: date-time */
                                created_at: string;
                                buyer: string;
                                buyer_member_number: string;
                                shop: {
                                    name_ko: string;
                                    name_en: string;
                                };
                                /** @enum {unknown} */
                                part: "under_way" | "done" | "failed";
                                /** Format: date-time */
                                begun_at: string;
                                /** Format: date-time */
                                at: string;
                                problem?: string;
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
                    part?: "open" | "won" | "lost" | "doubtful";
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
                                told_by: string;
                                /** Format: uuid */
                                dispute_id: string;
                                /** Format: uuid */
                                payment_id: string;
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
                                uncovered_minor: number;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                reason: string;
                                /** Format: date-time */
                                respond_by?: string;
                                /** @enum {unknown} */
                                doubt?: "payment_unknown" | "payment_of_another" | "payment_differs" | "currency_differs" | "exceeds_payment";
                                /** Format: uuid */
                                evidence_id: string;
                                /** Format: date-time */
                                heard_at: string;
                                /** Format: date-time */
                                changed_at: string;
                                gifts: {
                                    /** Format: uuid */
                                    order_id: string;
                                    /** @enum {unknown} */
                                    state: "held" | "freezing" | "frozen" | "unfreezing" | "charging_back" | "charged_back" | "refunding" | "refund_refused" | "cancelled" | "free";
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                     * @example 0
                                     */
                                    cancelled_minor: number;
                                    code?: string;
                                }[];
                            }[];
                            unread: {
                                party: string;
                                /** Format: date-time */
                                failing_since: string;
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
    "/v1/staff/orders/{order_id}/letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Print the letter to a recipient, or to whoever did not hear a message by phone
         * @description Each time, the gift’s timeline records that a letter was printed. A letter is never kept by a browser.
         */
        get: {
            parameters: {
                query?: {
                    /** @description A message that nobody heard. */
                    about?: string;
                    lang?: "ko" | "en" | "ja" | "zh";
                };
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description An A4 page */
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
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "order_not_found" | "not_found";
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
                            code: "line_number_unset" | "wrong_state" | "request_in_progress";
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/evidence/{evidence_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a signed message as stored, and whether its signature is valid */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    evidence_id: string;
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
                            evidence_id: string;
                            /** @enum {unknown} */
                            direction: "received_request" | "received_response";
                            party: string;
                            /** Format: date-time */
                            received_at: string;
                            method: string;
                            target_uri: string;
                            status?: number;
                            headers: {
                                [key: string]: string;
                            };
                            request_headers?: {
                                [key: string]: string;
                            };
                            body: string;
                            /** @description Fields that are masked here. */
                            hidden: string[];
                            asked?: {
                                body: string;
                                /** @description Fields that are masked here. */
                                hidden: string[];
                            };
                            key: {
                                keyid: string;
                                /** Format: date-time */
                                valid_from: string;
                                /** Format: date-time */
                                valid_until?: string;
                            };
                            /** Format: date-time */
                            forgotten_at?: string;
                            /** @description Whether the stored signature is valid for the stored message and key. */
                            holds: boolean;
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
    "/v1/staff/doubtful-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List doubtful notices: those that disagree with our books, newest first */
        get: {
            parameters: {
                query: {
                    before?: number;
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
                            notices: {
                                doubt_no: number;
                                /** Format: uuid */
                                notice_id: string;
                                sender: string;
                                /** Format: uuid */
                                order_id?: string;
                                kind: string;
                                /** @enum {unknown} */
                                reason: "malformed" | "certificate_unknown" | "certificate_of_another_shop" | "not_accepted" | "being_cancelled" | "ended" | "expired" | "currency_differs" | "entry_taken" | "entry_out_of_order" | "use_known" | "use_unknown" | "exceeds_use" | "exceeds_balance" | "balance_differs";
                                content: {
                                    [key: string]: unknown;
                                };
                                /** Format: uuid */
                                evidence_id: string;
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
    "/v1/staff/unapplied-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List notices that were received and could not be applied, newest first */
        get: {
            parameters: {
                query: {
                    before?: number;
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
                            notices: {
                                unapplied_no: number;
                                sender: string;
                                batch_no: number;
                                line_no: number;
                                lines: number;
                                /** Format: uuid */
                                notice_id?: string;
                                kind?: string;
                                /** Format: uuid */
                                order_id?: string;
                                /** @enum {unknown} */
                                reason: "failed" | "behind_another" | "busy" | "unknown_kind" | "unreadable";
                                problem?: string;
                                attempts: number;
                                /** Format: date-time */
                                first_seen_at: string;
                                /** Format: date-time */
                                next_attempt_at?: string;
                                /** Format: date-time */
                                applied_at?: string;
                                /** Format: date-time */
                                dismissed_at?: string;
                                dismissed_because?: string;
                                content?: {
                                    [key: string]: unknown;
                                };
                                /** Format: uuid */
                                evidence_id: string;
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
    "/v1/staff/unapplied-notices/{unapplied_no}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply a notice again that could not be applied, and those that wait behind it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    unapplied_no: number;
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
                            unapplied_no: number;
                            sender: string;
                            batch_no: number;
                            line_no: number;
                            lines: number;
                            /** Format: uuid */
                            notice_id?: string;
                            kind?: string;
                            /** Format: uuid */
                            order_id?: string;
                            /** @enum {unknown} */
                            reason: "failed" | "behind_another" | "busy" | "unknown_kind" | "unreadable";
                            problem?: string;
                            attempts: number;
                            /** Format: date-time */
                            first_seen_at: string;
                            /** Format: date-time */
                            next_attempt_at?: string;
                            /** Format: date-time */
                            applied_at?: string;
                            /** Format: date-time */
                            dismissed_at?: string;
                            dismissed_because?: string;
                            content?: {
                                [key: string]: unknown;
                            };
                            /** Format: uuid */
                            evidence_id: string;
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
                404: components["responses"]["not_found"];
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
    "/v1/staff/unapplied-notices/{unapplied_no}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up a notice that nothing can be made of, and say why */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    unapplied_no: number;
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
                            unapplied_no: number;
                            sender: string;
                            batch_no: number;
                            line_no: number;
                            lines: number;
                            /** Format: uuid */
                            notice_id?: string;
                            kind?: string;
                            /** Format: uuid */
                            order_id?: string;
                            /** @enum {unknown} */
                            reason: "failed" | "behind_another" | "busy" | "unknown_kind" | "unreadable";
                            problem?: string;
                            attempts: number;
                            /** Format: date-time */
                            first_seen_at: string;
                            /** Format: date-time */
                            next_attempt_at?: string;
                            /** Format: date-time */
                            applied_at?: string;
                            /** Format: date-time */
                            dismissed_at?: string;
                            dismissed_because?: string;
                            content?: {
                                [key: string]: unknown;
                            };
                            /** Format: uuid */
                            evidence_id: string;
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
    "/v1/staff/stream-breaks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List batches of notices that do not go on where their sender was, newest first */
        get: {
            parameters: {
                query: {
                    before?: number;
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
                            breaks: {
                                break_no: number;
                                sender: string;
                                batch_no: number;
                                /** @enum {unknown} */
                                reason: "does_not_follow" | "number_reused" | "epoch_passed" | "new_epoch";
                                /** Format: date-time */
                                found_at: string;
                                /** Format: uuid */
                                evidence_id: string;
                                /** Format: uuid */
                                held_evidence_id?: string;
                                /** Format: date-time */
                                dismissed_at?: string;
                                dismissed_because?: string;
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
    "/v1/staff/stream-breaks/{break_no}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a break was cleared up with its sender, and how */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    break_no: number;
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
                            break_no: number;
                            sender: string;
                            batch_no: number;
                            /** @enum {unknown} */
                            reason: "does_not_follow" | "number_reused" | "epoch_passed" | "new_epoch";
                            /** Format: date-time */
                            found_at: string;
                            /** Format: uuid */
                            evidence_id: string;
                            /** Format: uuid */
                            held_evidence_id?: string;
                            /** Format: date-time */
                            dismissed_at?: string;
                            dismissed_because?: string;
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
    "/v1/staff/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get current counts and totals */
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
                            /** Format: date-time */
                            day_began_at: string;
                            orders: {
                                /** @enum {unknown} */
                                state: "authorising" | "requires_action" | "authorised" | "awaiting_confirmation" | "capturing" | "registering" | "scheduled" | "offered" | "correcting" | "accepting" | "accepted" | "issued" | "cancelling" | "refunding" | "voiding" | "refunded" | "abandoned" | "declined" | "refund_failed";
                                count: number;
                            }[];
                            money: {
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                sold_minor: number;
                                used_minor: number;
                                refunded_minor: number;
                            }[];
                            stuck_orders: number;
                            messages: {
                                waiting: number;
                                failing: number;
                                failed_today: number;
                                oldest_waiting_s?: number;
                            };
                            to_say: {
                                waiting: number;
                                oldest_waiting_s?: number;
                            };
                            calls: {
                                unknown: number;
                                oldest_unknown_s?: number;
                            };
                            notices: {
                                sender: string;
                                last_batch_no: number;
                                /** Format: date-time */
                                last_taken_at?: string;
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
    "/v1/staff/books": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check whether issued = outstanding + redeemed + refunded + expired */
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
                            books: {
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
                                holds: boolean;
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
    "/v1/staff/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get orders, sales, redemptions and refunds by Korean day, including today */
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
                            orders: {
                                /** Format: date */
                                day: string;
                                count: number;
                            }[];
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
                                    sold_minor: number;
                                    /** @description Negative if reversals of earlier redemptions outweigh the day’s. */
                                    used_minor: number;
                                    /**
                                     * @description Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.
                                     * @example 0
                                     */
                                    refunded_minor: number;
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
    "/v1/staff/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get how other servers, mobile operators and providers of messages are doing */
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
    "/v1/staff/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List amounts due to shops, and payouts by state, shop or day (Korean time), newest first */
        get: {
            parameters: {
                query: {
                    state?: "asked" | "planned" | "sent" | "paid" | "returned" | "refused";
                    shop_id?: string;
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
                            payable: {
                                shop_id: string;
                                name_ko: string;
                                name_en: string;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                payable_minor: number;
                                uses: number;
                                /** Format: date-time */
                                next_payout_at?: string;
                            }[];
                            payouts: {
                                /** Format: uuid */
                                payout_id: string;
                                shop_id: string;
                                name_ko: string;
                                name_en: string;
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
                                used_from: string;
                                /** Format: date-time */
                                used_until: string;
                                /** @enum {unknown} */
                                state: "asked" | "planned" | "sent" | "paid" | "returned" | "refused";
                                code?: string;
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
                        shop_id: string;
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
                            /** @enum {unknown} */
                            state: "asked" | "planned" | "sent" | "paid" | "returned" | "refused";
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
    "/v1/staff/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List limits and how many are blocked by each right now */
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
                            limits: {
                                name: string;
                                /** @description Requests allowed… */
                                points: number;
                                /** @description …in this many seconds. */
                                duration_s: number;
                                /** @enum {unknown} */
                                counted_by: "account" | "member" | "phone" | "address" | "order" | "login" | "card" | "server";
                                reached_by: number;
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
    "/v1/staff/limits/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get how much of their limits a person has used */
        get: {
            parameters: {
                query: {
                    /** @description A member number, phone number, mail address, order id, network address or staff's login. */
                    query: string;
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
                            person: {
                                /** @enum {unknown} */
                                kind: "member" | "phone" | "email" | "address" | "order" | "login";
                                shown: string;
                                member_number?: string;
                            };
                            limits: {
                                name: string;
                                /** @description Requests allowed… */
                                points: number;
                                /** @description …in this many seconds. */
                                duration_s: number;
                                /** @enum {unknown} */
                                counted_by: "account" | "member" | "phone" | "address" | "order" | "login" | "card" | "server";
                                used: number;
                                /** @description The next request will be refused. */
                                reached: boolean;
                                retry_after_s: number;
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
    "/v1/staff/limits/lifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reset a person’s use of a limit */
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
                        /** @description A member number, phone number, mail address, order id, network address or staff's login. */
                        query: string;
                        name: string;
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
                            person: {
                                /** @enum {unknown} */
                                kind: "member" | "phone" | "email" | "address" | "order" | "login";
                                shown: string;
                                member_number?: string;
                            };
                            limits: {
                                name: string;
                                /** @description Requests allowed… */
                                points: number;
                                /** @description …in this many seconds. */
                                duration_s: number;
                                /** @enum {unknown} */
                                counted_by: "account" | "member" | "phone" | "address" | "order" | "login" | "card" | "server";
                                used: number;
                                /** @description The next request will be refused. */
                                reached: boolean;
                                retry_after_s: number;
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
    "/v1/staff/shops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all shops with their terms */
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
                            shops: {
                                shop_id: string;
                                party: string;
                                /** @description The settlement server that takes its payments; null is the first permitted one. */
                                settlement: string | null;
                                /**
                                 * @description ISO 4217 currency code.
                                 * @example KRW
                                 */
                                currency: string;
                                name_ko: string;
                                name_en: string;
                                description_ko: string | null;
                                description_en: string | null;
                                image_key: string | null;
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
                                /** @enum {unknown} */
                                payment_route: "direct" | "through_shop";
                                /** @description Hundredths of a percent. */
                                commission_bp: number;
                                /** @description Days the recipient has to accept. */
                                answer_days: number;
                                /** @description Days before the reminder. */
                                remind_days: number;
                                /** @description At least a year, as Korea's standard terms for new-type gift certificates say. */
                                validity_months: number;
                                /** @description Days after the delivery in which the buyer can withdraw an accepted, unused gift; 0 means never. */
                                refund_days: number;
                                /**
                                 * @description IANA time zone in which the days of its terms end; the shop server has the same.
                                 * @example Asia/Seoul
                                 */
                                time_zone: string;
                                /** @description Whether certificates are on sale; those already sold stay valid either way. */
                                active: boolean;
                            }[];
                            /** @description Shop servers permitted here. */
                            parties: string[];
                            /** @description Settlement servers permitted here. */
                            settlements: string[];
                            windows: {
                                shop_id: string;
                                version: number;
                                taken_at: string | null;
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
                                refused?: {
                                    version: number;
                                    code: string;
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
        /** Add a shop */
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
                        shop_id: string;
                        party: string;
                        settlement?: string | null;
                        /**
                         * @description ISO 4217 currency code.
                         * @example KRW
                         */
                        currency: string;
                        name_ko: string;
                        name_en: string;
                        description_ko: string | null;
                        description_en: string | null;
                        image_key: string | null;
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
                        /** @enum {unknown} */
                        payment_route: "direct" | "through_shop";
                        /** @description Hundredths of a percent. */
                        commission_bp: number;
                        /** @description Days the recipient has to accept. */
                        answer_days: number;
                        /** @description Days before the reminder. */
                        remind_days: number;
                        /** @description At least a year, as Korea's standard terms for new-type gift certificates say. */
                        validity_months: number;
                        /** @description Days after the delivery in which the buyer can withdraw an accepted, unused gift; 0 means never. */
                        refund_days: number;
                        /**
                         * @description IANA time zone in which the days of its terms end; the shop server has the same.
                         * @example Asia/Seoul
                         */
                        time_zone: string;
                        /** @description Whether certificates are on sale; those already sold stay valid either way. */
                        active: boolean;
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
                            shop_id: string;
                            party: string;
                            /** @description The settlement server that takes its payments; null is the first permitted one. */
                            settlement: string | null;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            name_ko: string;
                            name_en: string;
                            description_ko: string | null;
                            description_en: string | null;
                            image_key: string | null;
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
                            /** @enum {unknown} */
                            payment_route: "direct" | "through_shop";
                            /** @description Hundredths of a percent. */
                            commission_bp: number;
                            /** @description Days the recipient has to accept. */
                            answer_days: number;
                            /** @description Days before the reminder. */
                            remind_days: number;
                            /** @description At least a year, as Korea's standard terms for new-type gift certificates say. */
                            validity_months: number;
                            /** @description Days after the delivery in which the buyer can withdraw an accepted, unused gift; 0 means never. */
                            refund_days: number;
                            /**
                             * @description IANA time zone in which the days of its terms end; the shop server has the same.
                             * @example Asia/Seoul
                             */
                            time_zone: string;
                            /** @description Whether certificates are on sale; those already sold stay valid either way. */
                            active: boolean;
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
                            code: "request_in_progress" | "shop_exists";
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
                            code: "idempotency_key_reused" | "party_unknown" | "currency_unsupported" | "shop_terms_invalid";
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
    "/v1/staff/shops/{shop_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Update a shop’s terms; omitted fields stay as they are */
        patch: {
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
                        name_ko?: string;
                        name_en?: string;
                        description_ko?: string | null;
                        description_en?: string | null;
                        image_key?: string | null;
                        /**
                         * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                         * @example 50000
                         */
                        amount_min_minor?: number;
                        /**
                         * @description Amount in the currency's minor unit (won for KRW, cents for USD).
                         * @example 50000
                         */
                        amount_max_minor?: number;
                        suggested_minor?: number[];
                        /** @enum {unknown} */
                        payment_route?: "direct" | "through_shop";
                        /** @description Hundredths of a percent. */
                        commission_bp?: number;
                        /** @description Days the recipient has to accept. */
                        answer_days?: number;
                        /** @description Days before the reminder. */
                        remind_days?: number;
                        /** @description At least a year, as Korea's standard terms for new-type gift certificates say. */
                        validity_months?: number;
                        /** @description Days after the delivery in which the buyer can withdraw an accepted, unused gift; 0 means never. */
                        refund_days?: number;
                        /**
                         * @description IANA time zone in which the days of its terms end; the shop server has the same.
                         * @example Asia/Seoul
                         */
                        time_zone?: string;
                        /** @description Whether certificates are on sale; those already sold stay valid either way. */
                        active?: boolean;
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
                            shop_id: string;
                            party: string;
                            /** @description The settlement server that takes its payments; null is the first permitted one. */
                            settlement: string | null;
                            /**
                             * @description ISO 4217 currency code.
                             * @example KRW
                             */
                            currency: string;
                            name_ko: string;
                            name_en: string;
                            description_ko: string | null;
                            description_en: string | null;
                            image_key: string | null;
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
                            /** @enum {unknown} */
                            payment_route: "direct" | "through_shop";
                            /** @description Hundredths of a percent. */
                            commission_bp: number;
                            /** @description Days the recipient has to accept. */
                            answer_days: number;
                            /** @description Days before the reminder. */
                            remind_days: number;
                            /** @description At least a year, as Korea's standard terms for new-type gift certificates say. */
                            validity_months: number;
                            /** @description Days after the delivery in which the buyer can withdraw an accepted, unused gift; 0 means never. */
                            refund_days: number;
                            /**
                             * @description IANA time zone in which the days of its terms end; the shop server has the same.
                             * @example Asia/Seoul
                             */
                            time_zone: string;
                            /** @description Whether certificates are on sale; those already sold stay valid either way. */
                            active: boolean;
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
                            code: "idempotency_key_reused" | "shop_terms_invalid";
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
    "/v1/staff/telephone-members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call somebody who wants to join by telephone, under the name on their ID */
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
                            invitation_id: string;
                            masked_phone: string;
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
                            code: "idempotency_key_reused" | "name_invalid" | "phone_number_invalid";
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
    "/v1/peer/notice-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what is held of the caller’s own batches, as it signed them */
        get: {
            parameters: {
                query: {
                    after: number;
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
                            batches: {
                                batch_no: number;
                                method: string;
                                target_uri: string;
                                headers: {
                                    [key: string]: string;
                                };
                                body?: string;
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
        /** Receive a batch of notices */
        post: {
            parameters: {
                query?: {
                    epoch_no?: number;
                    epoch_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        batch_no: number;
                        notices: unknown[];
                        first_position?: unknown;
                        previous_digest?: unknown;
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
                            acknowledged_batch_no: number;
                            expected_batch_no?: string;
                            epoch_no?: number;
                            /** Format: uuid */
                            epoch_id?: string;
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
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "epoch_passed" | "batch_number_reused" | "notice_out_of_order" | "request_in_progress";
                        };
                    };
                };
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
    "/v1/peer/gifts/{order_id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be done with a gift of the shop now */
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
                            order_id: string;
                            actions: string[];
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
                404: components["responses"]["order_not_found"];
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
    "/v1/peer/gifts/{order_id}/resends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell the recipient of a gift of the shop once more */
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
                            order_id: string;
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
                404: components["responses"]["order_not_found"];
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
    "/v1/peer/gifts/{order_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a gift of the shop for its buyer before it is accepted; it is refunded */
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
                            order_id: string;
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
                404: components["responses"]["order_not_found"];
                /** @description Conflict */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {string} */
                            code: "request_in_progress" | "already_accepted" | "cancellation_not_allowed";
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
    "/v1/peer/gifts/{order_id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refund an accepted gift of the shop for its buyer, by the rules that hold for the buyer */
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
                            order_id: string;
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
                            code: "order_not_found" | "certificate_not_found";
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
                            code: "request_in_progress" | "wrong_state" | "refund_period_over" | "certificate_handed_over" | "certificate_used";
                        };
                    };
                };
                413: components["responses"]["body_too_large"];
                415: components["responses"]["unsupported_media_type"];
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
    "/v1/peer/spoken-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a code or news said by phone */
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
                        notice_id: string;
                        phone: string;
                        /** @enum {unknown} */
                        locale: "ko" | "en";
                        /** @enum {unknown} */
                        kind: "account.verification_code" | "account.unlock_code" | "account.checkout_code" | "recipient.hand_over_begun" | "recipient.hand_over";
                        sealed_code: string;
                        /** Format: date-time */
                        expires_at: string;
                        to_phone?: string;
                        giver_name?: string;
                        left?: {
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
                        };
                        amount?: {
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
                        };
                    } | {
                        /** Format: uuid */
                        notice_id: string;
                        phone: string;
                        /** @enum {unknown} */
                        locale: "ko" | "en";
                        /** @enum {unknown} */
                        kind: "recipient.handed_over" | "recipient.pin_changed" | "recipient.certificate_locked" | "recipient.opened_by_clerk" | "recipient.certificate_expiring" | "recipient.certificate_expired" | "recipient.certificate_frozen" | "recipient.certificate_unfrozen" | "recipient.locked_by_staff" | "recipient.unlocked_by_staff" | "recipient.certificate_charged_back" | "recipient.certificate_used" | "recipient.use_reversed";
                        /** Format: uuid */
                        certificate_id: string;
                        left?: {
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
                        };
                        amount?: {
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
                        };
                        store_name?: string;
                        /** Format: date-time */
                        at: string;
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
                            notice_id: string;
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
                            code: "idempotency_key_reused" | "phone_number_invalid" | "sealed_code_unreadable";
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
    "/v1/peer/phone-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask whether a phone changed hands, or its SIM was changed */
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
                        /** Format: date-time */
                        since: string;
                        hours: number;
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
                            sim_swapped: boolean | null;
                            recycled: boolean | null;
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
        /** @description Not Found */
        order_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "order_not_found";
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
        /** @description Too Many Requests */
        read_back_limit: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "read_back_limit";
                };
            };
        };
        /** @description Too Many Requests */
        strangers_limit: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "strangers_limit";
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
        recipient_list_too_long: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "recipient_list_too_long";
                };
            };
        };
        /** @description Not Found */
        group_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "group_not_found";
                };
            };
        };
        /** @description Not Found */
        offer_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "offer_not_found";
                };
            };
        };
        /** @description Unauthorized */
        pin_or_phone_wrong: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "pin_or_phone_wrong";
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
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
