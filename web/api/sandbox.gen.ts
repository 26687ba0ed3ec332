// Made by `npm run schema` from the server's OpenAPI document.
export interface paths {
    "/v1/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get addresses, logins, codes and test cards for trying the demo */
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
                            servers: {
                                /** @enum {unknown} */
                                role: "management" | "settlement" | "carrier" | "shop";
                                url: string;
                            }[];
                            buyers: {
                                name: string;
                                email: string;
                                password: string;
                                mobile: string;
                                member_number: string;
                                phone_pin: string;
                            }[];
                            shop_members: {
                                name: string;
                                phone: string;
                            }[];
                            staff: {
                                /** @enum {unknown} */
                                at: "management" | "settlement" | "carrier" | "shop";
                                /** @enum {unknown} */
                                role: "owner" | "clerk" | "auditor" | "operator" | "support" | "treasurer";
                                login: string;
                                password: string;
                            }[];
                            /** @description Who signs in at the tills */
                            clerks: {
                                name: string;
                                clerk_number: number;
                                pin: string;
                            }[];
                            terminals: {
                                store_ko: string;
                                store_en: string;
                                name: string;
                                /** @description Works once */
                                enrolment_code: string;
                            }[];
                            cards: {
                                number: string;
                                brand: string;
                                behaviour: string;
                            }[];
                            /** @description Where a phone’s texts go if no one has texted it yet */
                            service_number: string;
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
    "/v1/tour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count how often each step of the tour was done, as far as a server knows */
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
                            log_in?: number;
                            give?: number;
                            card?: number;
                            recipient?: number;
                            enrol?: number;
                            operator_log_in?: number;
                            operator_brand?: number;
                            operator_stuck?: number;
                            operator_story?: number;
                            operator_payout?: number;
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
    "/v1/servers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check which servers are up */
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
                            servers: {
                                /** @enum {unknown} */
                                role: "management" | "settlement" | "carrier" | "shop";
                                is_ready: boolean;
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
    "/v1/phones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List phones: those of the demo, and any others that got messages */
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
                            phones: {
                                number: string;
                                /** @description Owner; unknown for numbers outside the demo */
                                name?: string;
                                email?: string;
                                /** @enum {unknown} */
                                kind: "mobile" | "landline";
                                on: boolean;
                                /** @enum {unknown} */
                                call: "idle" | "ringing" | "talking" | "operator" | "ended";
                                unread: number;
                                newest?: {
                                    message_id: string;
                                    at: string;
                                    from: string;
                                    to: string;
                                    /** @enum {unknown} */
                                    direction: "received" | "sent";
                                    text: string;
                                };
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
    "/v1/phones/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Switch a phone on or off; messages wait until it is on */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        on: boolean;
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
                            on: boolean;
                        };
                    };
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
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
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
    "/v1/phones/{number}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the messages of a phone, oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
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
                            on: boolean;
                            unread: number;
                            messages: {
                                message_id: string;
                                at: string;
                                from: string;
                                to: string;
                                /** @enum {unknown} */
                                direction: "received" | "sent";
                                text: string;
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
        /** Send a text from a phone, by default to the last number that texted it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                        to?: string;
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
                            to: string;
                        };
                    };
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
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
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
    "/v1/phones/{number}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark messages as read up to this one */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        message_id: string;
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
                            unread: number;
                        };
                    };
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
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
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
    "/v1/phones/{number}/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the state of a call on a phone */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
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
                            state: "idle" | "ringing" | "talking" | "operator" | "ended";
                            /** @enum {unknown} */
                            direction?: "in" | "out";
                            turn_no?: number;
                            captions: {
                                turn_no: number;
                                /** @enum {unknown} */
                                locale: "ko" | "en";
                                text: string;
                            }[];
                            listening?: {
                                digits_max: number;
                                secret: boolean;
                                /** @description The keys pressed in this turn; dots for a secret. */
                                keyed: string;
                                /** @description Keys do not count until the turn has been spoken. */
                                must_hear: boolean;
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
        /** Call the service from a phone */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
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
                            state: "idle" | "ringing" | "talking" | "operator" | "ended";
                            /** @enum {unknown} */
                            direction?: "in" | "out";
                            turn_no?: number;
                            captions: {
                                turn_no: number;
                                /** @enum {unknown} */
                                locale: "ko" | "en";
                                text: string;
                            }[];
                            listening?: {
                                digits_max: number;
                                secret: boolean;
                                /** @description The keys pressed in this turn; dots for a secret. */
                                keyed: string;
                                /** @description Keys do not count until the turn has been spoken. */
                                must_hear: boolean;
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
        /** Hang up */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
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
                            state: "idle" | "ringing" | "talking" | "operator" | "ended";
                            /** @enum {unknown} */
                            direction?: "in" | "out";
                            turn_no?: number;
                            captions: {
                                turn_no: number;
                                /** @enum {unknown} */
                                locale: "ko" | "en";
                                text: string;
                            }[];
                            listening?: {
                                digits_max: number;
                                secret: boolean;
                                /** @description The keys pressed in this turn; dots for a secret. */
                                keyed: string;
                                /** @description Keys do not count until the turn has been spoken. */
                                must_hear: boolean;
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/phones/{number}/call/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a call */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
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
                            state: "idle" | "ringing" | "talking" | "operator" | "ended";
                            /** @enum {unknown} */
                            direction?: "in" | "out";
                            turn_no?: number;
                            captions: {
                                turn_no: number;
                                /** @enum {unknown} */
                                locale: "ko" | "en";
                                text: string;
                            }[];
                            listening?: {
                                digits_max: number;
                                secret: boolean;
                                /** @description The keys pressed in this turn; dots for a secret. */
                                keyed: string;
                                /** @description Keys do not count until the turn has been spoken. */
                                must_hear: boolean;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/phones/{number}/call/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline a call */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
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
                            state: "idle" | "ringing" | "talking" | "operator" | "ended";
                            /** @enum {unknown} */
                            direction?: "in" | "out";
                            turn_no?: number;
                            captions: {
                                turn_no: number;
                                /** @enum {unknown} */
                                locale: "ko" | "en";
                                text: string;
                            }[];
                            listening?: {
                                digits_max: number;
                                secret: boolean;
                                /** @description The keys pressed in this turn; dots for a secret. */
                                keyed: string;
                                /** @description Keys do not count until the turn has been spoken. */
                                must_hear: boolean;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/phones/{number}/call/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Press keys */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        keys: string;
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
                            state: "idle" | "ringing" | "talking" | "operator" | "ended";
                            /** @enum {unknown} */
                            direction?: "in" | "out";
                            turn_no?: number;
                            captions: {
                                turn_no: number;
                                /** @enum {unknown} */
                                locale: "ko" | "en";
                                text: string;
                            }[];
                            listening?: {
                                digits_max: number;
                                secret: boolean;
                                /** @description The keys pressed in this turn; dots for a secret. */
                                keyed: string;
                                /** @description Keys do not count until the turn has been spoken. */
                                must_hear: boolean;
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
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
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
    "/v1/phones/{number}/call/spoken": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report that a turn has been spoken */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        turn_no: number;
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
                            state: "idle" | "ringing" | "talking" | "operator" | "ended";
                            /** @enum {unknown} */
                            direction?: "in" | "out";
                            turn_no?: number;
                            captions: {
                                turn_no: number;
                                /** @enum {unknown} */
                                locale: "ko" | "en";
                                text: string;
                            }[];
                            listening?: {
                                digits_max: number;
                                secret: boolean;
                                /** @description The keys pressed in this turn; dots for a secret. */
                                keyed: string;
                                /** @description Keys do not count until the turn has been spoken. */
                                must_hear: boolean;
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
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
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
    "/v1/voice/dials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ring a phone for the service, which gets the outcome */
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
                        call_id: string;
                        to: string;
                        ring_s: number;
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
                            call_id: string;
                        };
                    };
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
    "/v1/mailboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the addresses that got email */
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
                            mailboxes: {
                                address: string;
                                unread: number;
                                newest?: {
                                    at: string;
                                    from: string;
                                    subject: string;
                                };
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
    "/v1/mailboxes/{address}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the emails of an address, oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    address: string;
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
                            messages: {
                                mail_id: string;
                                at: string;
                                from: string;
                                to: string;
                                subject: string;
                                text: string;
                                html?: string;
                                list_unsubscribe?: string;
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
    "/v1/mailboxes/{address}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark emails as read up to this one */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    address: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        mail_id: string;
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
                            unread: number;
                        };
                    };
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
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
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
    "/v1/sms-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the providers and how they behave, preferred one first */
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
                            providers: {
                                provider: number;
                                connections: number;
                                /**
                                 * @description throttle, queue_full: too many messages, retry later; reject: no such number; trouble: internal error; lose_response: accepts the message but never answers; break_connection: accepts it and disconnects; never_deliver: accepts it but never delivers; silent: stops answering; away: refuses connections
                                 * @enum {unknown}
                                 */
                                misbehaviour: "none" | "throttle" | "queue_full" | "reject" | "trouble" | "lose_response" | "break_connection" | "never_deliver" | "silent" | "away";
                                /** @enum {unknown} */
                                receipts: "parameters" | "text" | "text_decimal" | "text_with_notes";
                                answer_ms: number;
                                /** @description For this many messages, then back to normal */
                                messages?: number;
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
    "/v1/sms-providers/{provider}": {
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
        /** Make a provider misbehave, or behave normally */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    provider: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description throttle, queue_full: too many messages, retry later; reject: no such number; trouble: internal error; lose_response: accepts the message but never answers; break_connection: accepts it and disconnects; never_deliver: accepts it but never delivers; silent: stops answering; away: refuses connections
                         * @enum {unknown}
                         */
                        misbehaviour?: "none" | "throttle" | "queue_full" | "reject" | "trouble" | "lose_response" | "break_connection" | "never_deliver" | "silent" | "away";
                        /** @enum {unknown} */
                        receipts?: "parameters" | "text" | "text_decimal" | "text_with_notes";
                        answer_ms?: number;
                        /** @description For this many messages, then back to normal */
                        messages?: number;
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
                            provider: number;
                            connections: number;
                            /**
                             * @description throttle, queue_full: too many messages, retry later; reject: no such number; trouble: internal error; lose_response: accepts the message but never answers; break_connection: accepts it and disconnects; never_deliver: accepts it but never delivers; silent: stops answering; away: refuses connections
                             * @enum {unknown}
                             */
                            misbehaviour: "none" | "throttle" | "queue_full" | "reject" | "trouble" | "lose_response" | "break_connection" | "never_deliver" | "silent" | "away";
                            /** @enum {unknown} */
                            receipts: "parameters" | "text" | "text_decimal" | "text_with_notes";
                            answer_ms: number;
                            /** @description For this many messages, then back to normal */
                            messages?: number;
                        };
                    };
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
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
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
    "/v1/acquirer/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a card token */
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
                        card_number: string;
                        expiry_month: number;
                        expiry_year: number;
                        security_code: string;
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
                            token: string;
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
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
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
    "/v1/acquirer/payments/{payment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the state of an authorisation */
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
                            /** @enum {unknown} */
                            status: "processing" | "second_step" | "authorised" | "declined" | "captured" | "voided";
                            /** @enum {unknown} */
                            decline_reason?: "insufficient_funds" | "do_not_honor" | "lost_card" | "stolen_card" | "expired_card" | "incorrect_cvc" | "processing_error" | "limit_exceeded" | "authentication_failed" | "cancelled_by_caller";
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
        /** Authorise a payment */
        put: {
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
                        token: string;
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
                            /** @enum {unknown} */
                            status: "processing" | "second_step" | "authorised" | "declined" | "captured" | "voided";
                            /** @enum {unknown} */
                            decline_reason?: "insufficient_funds" | "do_not_honor" | "lost_card" | "stolen_card" | "expired_card" | "incorrect_cvc" | "processing_error" | "limit_exceeded" | "authentication_failed" | "cancelled_by_caller";
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
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
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
    "/v1/acquirer/payments/{payment_id}/second-step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit the payer’s answer in the second step; 123456 is correct, and only the first answer counts */
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
                            payment_id: string;
                            /** @enum {unknown} */
                            status: "processing" | "second_step" | "authorised" | "declined" | "captured" | "voided";
                            /** @enum {unknown} */
                            decline_reason?: "insufficient_funds" | "do_not_honor" | "lost_card" | "stolen_card" | "expired_card" | "incorrect_cvc" | "processing_error" | "limit_exceeded" | "authentication_failed" | "cancelled_by_caller";
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
                            code: "encoding_invalid" | "body_not_json" | "json_member_repeated" | "validation_failed";
                        };
                    };
                };
                404: components["responses"]["payment_not_found"];
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
    "/v1/acquirer/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was captured and refunded in a time, oldest first */
        get: {
            parameters: {
                query: {
                    from: string;
                    until: string;
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
                            movements: {
                                /** Format: uuid */
                                reference: string;
                                /** @enum {unknown} */
                                kind: "charge" | "refund";
                                /** Format: uuid */
                                payment_id: string;
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
                                at: string;
                            }[];
                            next: string | null;
                        };
                    };
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
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
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
    "/v1/acquirer/payments/{payment_id}/captures/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Capture, in full or in part; the rest is released */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    payment_id: string;
                    request_id: string;
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
                        /**
                         * @description ISO 4217 currency code.
                         * @example KRW
                         */
                        currency: string;
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
                            /** @enum {unknown} */
                            status: "processing" | "second_step" | "authorised" | "declined" | "captured" | "voided";
                            /** @enum {unknown} */
                            decline_reason?: "insufficient_funds" | "do_not_honor" | "lost_card" | "stolen_card" | "expired_card" | "incorrect_cvc" | "processing_error" | "limit_exceeded" | "authentication_failed" | "cancelled_by_caller";
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
                            code: "wrong_state" | "request_in_progress";
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/acquirer/payments/{payment_id}/voids/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Void an authorisation */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    payment_id: string;
                    request_id: string;
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
                        /**
                         * @description ISO 4217 currency code.
                         * @example KRW
                         */
                        currency: string;
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
                            /** @enum {unknown} */
                            status: "processing" | "second_step" | "authorised" | "declined" | "captured" | "voided";
                            /** @enum {unknown} */
                            decline_reason?: "insufficient_funds" | "do_not_honor" | "lost_card" | "stolen_card" | "expired_card" | "incorrect_cvc" | "processing_error" | "limit_exceeded" | "authentication_failed" | "cancelled_by_caller";
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
                            code: "wrong_state" | "request_in_progress";
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/acquirer/payments/{payment_id}/refunds/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Refund, in full or in part */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    payment_id: string;
                    request_id: string;
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
                        /**
                         * @description ISO 4217 currency code.
                         * @example KRW
                         */
                        currency: string;
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
                            /** @enum {unknown} */
                            status: "processing" | "second_step" | "authorised" | "declined" | "captured" | "voided";
                            /** @enum {unknown} */
                            decline_reason?: "insufficient_funds" | "do_not_honor" | "lost_card" | "stolen_card" | "expired_card" | "incorrect_cvc" | "processing_error" | "limit_exceeded" | "authentication_failed" | "cancelled_by_caller";
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
                            code: "wrong_state" | "request_in_progress";
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/test-bank/v1/batches/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Send payments; one that the bank has is not made again */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    batch_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        payments: {
                            /** Format: uuid */
                            payout_id: string;
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
                            account: string;
                            holder: string;
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
                            payments: number;
                        };
                    };
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
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
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
    "/test-bank/v1/payments/{payout_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what became of a payment */
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
                            /** @enum {unknown} */
                            status: "pending" | "paid" | "rejected" | "returned";
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
                            reason?: string;
                        };
                    };
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
    "/v1/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the time of the demo */
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
                            offset_ms: number;
                            now: string;
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
        /** Move the clock of all servers */
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
                        advance_ms: number;
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
                            offset_ms: number;
                            now: string;
                        };
                    };
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
                500: components["responses"]["internal_error"];
                /** @description Service Unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
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
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
