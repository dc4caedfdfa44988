//! Small drawn pictures: a map of the three rivers, bars, a landscape.

const WIDTH: usize = 360;
const HEIGHT: usize = 240;

/// Paper, slate, water, grass, field, tile, stone, night, sky, sun.
const COLOURS: [[u8; 3]; 10] = [
    [250, 247, 240],
    [66, 84, 102],
    [112, 160, 190],
    [140, 168, 120],
    [214, 190, 120],
    [184, 92, 66],
    [190, 186, 178],
    [44, 52, 60],
    [206, 224, 234],
    [238, 206, 120],
];

/// A picture from its description: `rivers`, `bars 3 5 8`, `landscape 2`.
pub fn drawn(what: &str) -> Vec<u8> {
    let mut words = what.split_whitespace();
    let kind = words.next().unwrap_or_default();
    let numbers: Vec<usize> = words.filter_map(|word| word.parse().ok()).collect();
    let colour: Box<dyn Fn(usize, usize) -> u8> = match kind {
        "bars" => Box::new(move |x, y| bars(&numbers, x, y)),
        "landscape" => Box::new(move |x, y| landscape(numbers.first().copied().unwrap_or(1), x, y)),
        _ => Box::new(rivers),
    };
    encoded(WIDTH, HEIGHT, &colour)
}

fn rivers(x: usize, y: usize) -> u8 {
    let (x, y) = (x as f64, y as f64);
    let meets = 170.0;
    let upper = [
        60.0 + 110.0 * (y / meets) + 12.0 * (y / 18.0).sin(),
        185.0 - 12.0 * (y / meets) + 8.0 * (y / 25.0).cos(),
        310.0 - 135.0 * (y / meets) + 10.0 * (y / 21.0).sin(),
    ];
    let lower = 175.0 + 10.0 * (y / 20.0).sin();
    let water = if y < meets { upper.iter().any(|at| (x - at).abs() < 3.5) } else { (x - lower).abs() < 6.0 };
    let towns = [(176.0, 176.0, 8.0), (80.0, 60.0, 5.0), (290.0, 70.0, 5.0), (185.0, 90.0, 6.0)];
    if towns.iter().any(|(at, on, size)| ((x - at).powi(2) + (y - on).powi(2)).sqrt() < *size) {
        5
    } else if water {
        2
    } else if ((x / 46.0).sin() + (y / 37.0).cos()) > 1.1 {
        3
    } else {
        0
    }
}

fn bars(values: &[usize], x: usize, y: usize) -> u8 {
    let most = values.iter().copied().max().unwrap_or(1).max(1);
    let step = (WIDTH - 60) / values.len().max(1);
    if y == HEIGHT - 30 || x == 30 {
        return 1;
    }
    let Some(place) = x.checked_sub(40) else { return 0 };
    let height = values.get(place / step).map_or(0, |value| value * (HEIGHT - 60) / most);
    let inside = place % step < step * 2 / 3 && y < HEIGHT - 30 && y + height >= HEIGHT - 30;
    if inside { 1 } else { 0 }
}

fn landscape(which: usize, x: usize, y: usize) -> u8 {
    let (left, height) = (x as f64 + 40.0 * which as f64, y as f64);
    let hills = 120.0 + 22.0 * (left / 55.0).sin();
    let fields = 165.0 + 9.0 * (left / 31.0).cos();
    let sun = ((x as f64 - 280.0).powi(2) + (height - 50.0).powi(2)).sqrt() < 20.0;
    let house = (130..190).contains(&(x + which * 7)) && (130..180).contains(&y);
    let roof = y < 130 && y > 105 && (x + which * 7).abs_diff(160) < (y - 100) * 6 / 5;
    match which {
        _ if sun => 9,
        1 | 2 if (fields + 14.0..fields + 34.0).contains(&height) => 6,
        4 | 5 if roof => 5,
        4 if house => 0,
        _ if height > fields => 4,
        _ if height > hills => 3,
        _ => 8,
    }
}

/// As PNG, sixteen colours at most, two pixels a byte.
pub fn encoded(width: usize, height: usize, colour: &dyn Fn(usize, usize) -> u8) -> Vec<u8> {
    let mut rows = Vec::with_capacity((width / 2 + 1) * height);
    for y in 0..height {
        rows.push(0);
        rows.extend((0..width / 2).map(|x| colour(2 * x, y) << 4 | colour(2 * x + 1, y)));
    }
    let mut head = Vec::new();
    head.extend_from_slice(&(width as u32).to_be_bytes());
    head.extend_from_slice(&(height as u32).to_be_bytes());
    head.extend_from_slice(&[4, 3, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut file, b"IHDR", &head);
    chunk(&mut file, b"PLTE", &COLOURS.concat());
    chunk(&mut file, b"IDAT", &stored(&rows));
    chunk(&mut file, b"IEND", &[]);
    file
}

fn chunk(file: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    file.extend_from_slice(&(data.len() as u32).to_be_bytes());
    let checked = [kind.as_slice(), data].concat();
    file.extend_from_slice(&checked);
    file.extend_from_slice(&crc(&checked).to_be_bytes());
}

/// In the envelope of zlib, without compression.
fn stored(data: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    let blocks = data.chunks(65_535);
    let last = blocks.len().saturating_sub(1);
    for (number, block) in blocks.enumerate() {
        let length = block.len() as u16;
        out.push(u8::from(number == last));
        out.extend_from_slice(&length.to_le_bytes());
        out.extend_from_slice(&(!length).to_le_bytes());
        out.extend_from_slice(block);
    }
    let (low, high) = data.iter().fold((1_u32, 0_u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    out.extend_from_slice(&(high << 16 | low).to_be_bytes());
    out
}

fn crc(data: &[u8]) -> u32 {
    !data.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { 0xedb8_8320 ^ crc >> 1 } else { crc >> 1 },
        )
    })
}
