# Images in texts.

images-title = Add an image
images-add = Add an image
images-lead = The image is made smaller and kept with this text. What a camera notes beside a photograph (the place, the date) is not kept.
images-typing = You began to write without saving: the image joins what you are writing, and nothing is lost.
images-alt = Description
images-alt-hint = Say what the image shows, for people who do not see it. { $count } characters at most.
images-decorative = The image is decorative: it shows nothing that the text does not say already
images-after = Where to put it
images-at-end = At the end of the text
images-after-words = After passage { $number }: { $words }
images-file = Image
images-file-hint = A photograph or a drawing (JPEG, PNG, WebP or GIF), { $megabytes } MB at most.
images-do = Add the image
images-back = Back to the text
contributions-done-image = The image is in the text that you are writing. Save to make a version of it.
problem-undescribed = describe the image, or tick “decorative” if it shows nothing that the text does not say
