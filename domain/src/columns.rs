//! Enumerations that are stored: one short code each, the same in the database, in forms, in imports and in keys of
//! the locale files.

/// Declares an enumeration whose variants each have one stable code.
macro_rules! coded_enum {
    (
        $(#[$doc:meta])*
        pub enum $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal,)* }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "sea-orm", derive(sea_orm::EnumIter, sea_orm::DeriveActiveEnum))]
        #[cfg_attr(feature = "sea-orm", sea_orm(rs_type = "String", db_type = "Text"))]
        pub enum $name {
            $(
                $(#[$vdoc])*
                #[serde(rename = $code)]
                #[cfg_attr(feature = "sea-orm", sea_orm(string_value = $code))]
                $variant,
            )*
        }

        impl $name {
            /// Every variant, in the order in which people expect them.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The stable code, as stored and as written in forms and imports.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),* }
            }

            /// Reads a code; `None` if there is no such variant.
            pub fn from_code(code: &str) -> Option<$name> {
                match code.trim() { $($code => Some($name::$variant),)* _ => None }
            }
        }
    };
}

pub(crate) use coded_enum;
