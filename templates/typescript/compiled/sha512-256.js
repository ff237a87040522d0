/** SHA-512/256 (FIPS 180-4, section 6.7), which digest authentication may ask for and `crypto.subtle` lacks. */
const mask = 0xffffffffffffffffn;
/** The initial state (5.3.6.2). */
const initial = [
    0x22312194fc2bf72cn,
    0x9f555fa3c84c64c2n,
    0x2393b86b6f53b151n,
    0x963877195940eabdn,
    0x96283ee2a88effe3n,
    0xbe5e1e2553863992n,
    0x2b0199fc2c85b8aan,
    0x0eb72ddc81c52ca2n,
];
/** Returns the SHA-512/256 of bytes, as hexadecimal digits. */
export function sha512_256(bytes) {
    const blocks = padded(bytes);
    const constants = roundConstants();
    let state = initial;
    for (let offset = 0; offset < blocks.byteLength; offset += 128) {
        state = addedBlock(state, schedule(blocks, offset), constants);
    }
    return state
        .slice(0, 4)
        .map((word) => word.toString(16).padStart(16, "0"))
        .join("");
}
/** Returns the bytes with a one bit, zeros and the length in bits (5.1.2). */
function padded(bytes) {
    const blocks = new Uint8Array((((bytes.length + 16) >> 7) + 1) << 7);
    blocks.set(bytes);
    blocks[bytes.length] = 0x80;
    const view = new DataView(blocks.buffer);
    view.setBigUint64(blocks.length - 8, BigInt(bytes.length) * 8n);
    return view;
}
/** Returns the first 64 bits of the fractions of the cube roots of the first 80 primes (4.2.3). */
function roundConstants() {
    const primes = [];
    for (let number = 2; primes.length < 80; number++) {
        if (primes.every((prime) => number % prime !== 0))
            primes.push(number);
    }
    return primes.map((prime) => cubeRoot(BigInt(prime) << 192n) & mask);
}
/** Returns the integer part of a cube root, by Newton's method from above. */
function cubeRoot(number) {
    let root = 1n << 68n;
    for (;;) {
        const next = (2n * root + number / (root * root)) / 3n;
        if (next >= root)
            return root;
        root = next;
    }
}
/** Returns the message schedule of a block (6.4.2, step 1). */
function schedule(blocks, offset) {
    const words = [];
    for (let index = 0; index < 16; index++)
        words.push(blocks.getBigUint64(offset + index * 8));
    for (let index = 16; index < 80; index++) {
        const [early, late] = [words[index - 15], words[index - 2]];
        const small = rotated(early, 1n) ^ rotated(early, 8n) ^ (early >> 7n);
        const large = rotated(late, 19n) ^ rotated(late, 61n) ^ (late >> 6n);
        words.push((words[index - 16] + small + words[index - 7] + large) & mask);
    }
    return words;
}
/** Returns the state after the 80 rounds of a block (6.4.2, steps 2 to 4). */
function addedBlock(state, words, constants) {
    let [a, b, c, d, e, f, g, h] = state;
    words.forEach((word, index) => {
        const choice = (e & f) ^ (~e & g);
        const first = h + (rotated(e, 14n) ^ rotated(e, 18n) ^ rotated(e, 41n)) + choice + constants[index] + word;
        const second = (rotated(a, 28n) ^ rotated(a, 34n) ^ rotated(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) & mask, c, b, a, (first + second) & mask];
    });
    const round = [a, b, c, d, e, f, g, h];
    return state.map((word, index) => (word + round[index]) & mask);
}
function rotated(word, bits) {
    return ((word >> bits) | (word << (64n - bits))) & mask;
}
