//! The kind of browser and machine a session was opened on: enough for its owner to recognise it, and nothing more.

use crate::columns::coded_enum;

coded_enum! {
    /// A browser, as far as one tells them apart.
    pub enum Browser {
        /// Firefox and its close relatives.
        Firefox = "firefox",
        /// Edge.
        Edge = "edge",
        /// Opera.
        Opera = "opera",
        /// Samsung's.
        Samsung = "samsung",
        /// Chrome, Chromium.
        Chrome = "chrome",
        /// Safari.
        Safari = "safari",
        /// Another one.
        Other = "other",
    }
}

coded_enum! {
    /// What the browser runs on.
    pub enum Machine {
        /// A phone or tablet with Android.
        Android = "android",
        /// An iPhone.
        Iphone = "iphone",
        /// An iPad.
        Ipad = "ipad",
        /// A computer with Windows.
        Windows = "windows",
        /// A Mac.
        Mac = "mac",
        /// A Chromebook.
        Chromebook = "chromebook",
        /// A computer with Linux.
        Linux = "linux",
        /// Something else.
        Other = "other",
    }
}

/// A browser on a machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Device {
    /// The browser.
    pub browser: Browser,
    /// What it runs on.
    pub machine: Machine,
}

impl Device {
    /// Reads the header `User-Agent`. Browsers claim to be one another: the order matters.
    pub fn of_user_agent(header: &str) -> Device {
        let browser = first(
            header,
            &[
                ("Firefox/", Browser::Firefox),
                ("FxiOS/", Browser::Firefox),
                ("Edg", Browser::Edge),
                ("OPR/", Browser::Opera),
                ("SamsungBrowser/", Browser::Samsung),
                ("Chrome/", Browser::Chrome),
                ("CriOS/", Browser::Chrome),
                ("Safari/", Browser::Safari),
            ],
            Browser::Other,
        );
        let machine = first(
            header,
            &[
                ("iPhone", Machine::Iphone),
                ("iPad", Machine::Ipad),
                ("Android", Machine::Android),
                ("Windows", Machine::Windows),
                ("CrOS", Machine::Chromebook),
                ("Mac OS X", Machine::Mac),
                ("Linux", Machine::Linux),
            ],
            Machine::Other,
        );
        Device { browser, machine }
    }

    /// As kept with the session, such as `firefox/windows`.
    pub fn code(self) -> String {
        format!("{}/{}", self.browser.code(), self.machine.code())
    }

    /// Reads what [`Device::code`] wrote; anything else is an unknown device.
    pub fn from_code(code: &str) -> Device {
        let (browser, machine) = code.split_once('/').unwrap_or((code, ""));
        Device {
            browser: Browser::from_code(browser).unwrap_or(Browser::Other),
            machine: Machine::from_code(machine).unwrap_or(Machine::Other),
        }
    }
}

fn first<T: Copy>(header: &str, signs: &[(&str, T)], otherwise: T) -> T {
    signs.iter().find(|(sign, _)| header.contains(sign)).map_or(otherwise, |(_, found)| *found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_told_apart_though_they_claim_to_be_one_another() {
        for (header, code) in [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0", "firefox/linux"),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
                "edge/windows",
            ),
            (
                "Mozilla/5.0 (Linux; Android 15; SM-A556B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36",
                "samsung/android",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
                "safari/iphone",
            ),
            ("curl/8.5", "other/other"),
        ] {
            let device = Device::of_user_agent(header);
            assert_eq!(device.code(), code, "{header}");
            assert_eq!(Device::from_code(code), device);
        }
    }
}
