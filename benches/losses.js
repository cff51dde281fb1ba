// 200 losses of a course of training as one number: FNV-1a over the bytes of each as a 64-bit float.
function losses({ Course, Sets }, fragment, cell) {
    const course = new Course(fragment, cell, new Sets());
    const bytes = new DataView(new ArrayBuffer(8));
    let hash = 0xcbf29ce484222325n;
    for (let n = 0; n < 200; n++) {
        course.advance();
        bytes.setFloat64(0, course.loss(), true);
        for (let place = 0; place < 8; place++) {
            hash = BigInt.asUintN(64, (hash ^ BigInt(bytes.getUint8(place))) * 0x100000001b3n);
        }
    }
    course.free();
    return hash.toString(16).padStart(16, '0');
}
